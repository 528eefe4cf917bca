using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Two neighbours that are read or written together, from a multiple of 8 bytes on. For kernels.</summary>
public static class Pair
{
    /// <summary>Writes two numbers.</summary>
    /// <param name="to">The memory.</param>
    /// <param name="place">Where the first goes.</param>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    [CudaFunction("*(float2*)(to + place) = make_float2(first, second);")]
    public static void Store(ArrayView<float> to, int place, float first, float second)
    {
        to[place] = first;
        to[place + 1] = second;
    }

    /// <summary>Adds two numbers to those in memory.</summary>
    /// <param name="to">The memory.</param>
    /// <param name="place">Where the first is.</param>
    /// <param name="first">What is added to the first.</param>
    /// <param name="second">What is added to the second.</param>
    [CudaFunction("""
        float2* two = (float2*)(to + place);
        float2 old = *two;
        *two = make_float2(first + old.x, second + old.y);
        """)]
    public static void Add(ArrayView<float> to, int place, float first, float second) =>
        Store(to, place, first + to[place], second + to[place + 1]);
}
