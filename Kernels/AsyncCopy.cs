using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>
/// Copies into shared memory that go on while their work-item does something else, as chips from compute capability 8.0 on have them. For kernels.
/// </summary>
/// <remarks>
/// A work-item bundles its copies with <see cref="Close"/>, and waits for bundles. What others have copied is there after a barrier that
/// follows their waiting. The plain bodies copy at once.
/// </remarks>
public static class AsyncCopy
{
    /// <summary>Copies four neighbours.</summary>
    /// <param name="to">Shared memory.</param>
    /// <param name="place">Where in it they go: from a multiple of 16 bytes on.</param>
    /// <param name="from">Global memory.</param>
    /// <param name="source">Where in it they are: from a multiple of 16 bytes on.</param>
    [CudaFunction("""
        asm volatile("cp.async.cg.shared.global.L2::128B [%0], [%1], 16;"
            :: "l"(__cvta_generic_to_shared(to + place)), "l"(from + source) : "memory");
        """)]
    public static void Four(ArrayView<float> to, int place, ArrayView<float> from, int source)
    {
        for (var i = 0; i < 4; i++) to[place + i] = from[source + i];
    }

    /// <summary>Copies the first of four neighbours and makes the others zero.</summary>
    /// <param name="to">Shared memory.</param>
    /// <param name="place">Where in it they go: from a multiple of 16 bytes on.</param>
    /// <param name="from">Global memory; nothing is read of it beyond the first ones.</param>
    /// <param name="source">Where in it they are: from a multiple of 16 bytes on.</param>
    /// <param name="count">How many are copied: from 0 to 4.</param>
    [CudaFunction("""
        asm volatile("cp.async.cg.shared.global.L2::128B [%0], [%1], 16, %2;"
            :: "l"(__cvta_generic_to_shared(to + place)), "l"(from + source), "r"(4 * count) : "memory");
        """)]
    public static void PartOfFour(ArrayView<float> to, int place, ArrayView<float> from, int source, int count)
    {
        for (var i = 0; i < 4; i++) to[place + i] = i < count ? from[source + i] : 0f;
    }

    /// <summary>Copies one number.</summary>
    /// <param name="to">Shared memory.</param>
    /// <param name="place">Where in it it goes.</param>
    /// <param name="from">Global memory.</param>
    /// <param name="source">Where in it it is.</param>
    [CudaFunction("""
        asm volatile("cp.async.ca.shared.global [%0], [%1], 4;"
            :: "l"(__cvta_generic_to_shared(to + place)), "l"(from + source) : "memory");
        """)]
    public static void One(ArrayView<float> to, int place, ArrayView<float> from, int source) => to[place] = from[source];

    /// <summary>Copies one number, or makes its place zero.</summary>
    /// <param name="to">Shared memory.</param>
    /// <param name="place">Where in it it goes.</param>
    /// <param name="from">Global memory; nothing is read of it if the number is not copied.</param>
    /// <param name="source">Where in it it is.</param>
    /// <param name="count">1 to copy it, 0 for zero.</param>
    [CudaFunction("""
        asm volatile("cp.async.ca.shared.global [%0], [%1], 4, %2;"
            :: "l"(__cvta_generic_to_shared(to + place)), "l"(from + source), "r"(4 * count) : "memory");
        """)]
    public static void OneOrZero(ArrayView<float> to, int place, ArrayView<float> from, int source, int count) =>
        to[place] = count > 0 ? from[source] : 0f;

    /// <summary>Ends a bundle, which may be empty.</summary>
    [CudaFunction("asm volatile(\"cp.async.commit_group;\" ::: \"memory\");")]
    public static void Close()
    {
        // Nothing is under way.
    }

    /// <summary>Waits for all bundles of the work-item.</summary>
    [CudaFunction("asm volatile(\"cp.async.wait_group %0;\" :: \"n\"(0) : \"memory\");")]
    public static void WaitForAll()
    {
        // Nothing is under way.
    }

    /// <summary>Waits for all bundles of the work-item but the last one.</summary>
    [CudaFunction("asm volatile(\"cp.async.wait_group %0;\" :: \"n\"(1) : \"memory\");")]
    public static void WaitForAllButOne()
    {
        // Nothing is under way.
    }
}
