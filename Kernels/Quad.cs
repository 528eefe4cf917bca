using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Four neighbours that are read or written together, from a multiple of 16 bytes on. For kernels.</summary>
public static class Quad
{
    /// <summary>Writes four numbers.</summary>
    /// <param name="to">The memory.</param>
    /// <param name="place">Where the first goes.</param>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <param name="fourth">The fourth.</param>
    [CudaFunction("*(float4*)(to + place) = make_float4(first, second, third, fourth);")]
    public static void Store(ArrayView<float> to, int place, float first, float second, float third, float fourth)
    {
        to[place] = first;
        to[place + 1] = second;
        to[place + 2] = third;
        to[place + 3] = fourth;
    }

    /// <summary>Adds four numbers to those in memory.</summary>
    /// <param name="to">The memory.</param>
    /// <param name="place">Where the first is.</param>
    /// <param name="first">What is added to the first.</param>
    /// <param name="second">What is added to the second.</param>
    /// <param name="third">What is added to the third.</param>
    /// <param name="fourth">What is added to the fourth.</param>
    [CudaFunction("""
        float4* four = (float4*)(to + place);
        float4 old = *four;
        *four = make_float4(first + old.x, second + old.y, third + old.z, fourth + old.w);
        """)]
    public static void Add(ArrayView<float> to, int place, float first, float second, float third, float fourth) =>
        Store(to, place, first + to[place], second + to[place + 1], third + to[place + 2], fourth + to[place + 3]);
}
