using System.Reflection;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Each construct on each device, beside the method as it is: of as many work-items as fill a vector, and of a few more or fewer.</summary>
public sealed class DeviceConstructTests : AcceleratorTest
{
    // Constructs index the input by the work-item.
    private const int Most = 70;

    private static readonly int[] Integers = [.. Enumerable.Range(0, Most).Select(i => i * 37 % 101)];

    private static readonly float[] Floats =
        [0f, -0f, 1f, -1.5f, 2.75f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 3e-39f, 0.1f, -7.25f, 1e30f];

    public static TheoryData<string, string> IntegerKernels => OnEach(typeof(IntegerConstructs));

    public static TheoryData<string, string> FloatKernels => OnEach(typeof(FloatConstructs));

    public static TheoryData<string, string> HalfKernels => OnEach(typeof(HalfConstructs));

    public static TheoryData<string, string> MaskKernels => OnEach(typeof(MaskConstructs));

    [Theory]
    [MemberData(nameof(IntegerKernels))]
    public void Integers_come_out_as_in_CSharp(string device, string kernel) => Compare(device, typeof(IntegerConstructs), kernel, Integers);

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Floats_come_out_as_in_CSharp(string device, string kernel) => Compare(device, typeof(FloatConstructs), kernel, Floats);

    [Theory]
    [MemberData(nameof(MaskKernels))]
    public void Work_items_that_part_come_out_as_in_CSharp(string device, string kernel) => Compare(device, typeof(MaskConstructs), kernel, Integers);

    [Theory]
    [MemberData(nameof(HalfKernels))]
    public void Halves_come_out_as_in_CSharp(string device, string kernel) => Compare(device, typeof(HalfConstructs), kernel, ConstructTests.Halves);

    private static TheoryData<string, string> OnEach(Type type)
    {
        var data = new TheoryData<string, string>();
        foreach (string device in Devices)
            foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public)) data.Add(device, method.Name);
        return data;
    }

    private void Compare<T>(string device, Type type, string name, T[] input)
        where T : unmanaged
    {
        Use(device);
        Context.KernelOptions = new() { FusesMultiplyAdd = false };
        var method = type.GetMethod(name)!.CreateDelegate<Action<Index1D, ArrayView<T>, ArrayView<T>>>();
        var kernel = Accelerator.LoadAutoGroupedStreamKernel(method);
        using var plain = Context.GetPreferredDevice(preferCPU: true).CreateAccelerator(Context);
        using var plainInput = plain.Allocate1D(input);
        using var source = Accelerator.Allocate1D(input);
        foreach (int count in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 63, 64, 65, Most })
        {
            // More than there are work-items: nothing may be written behind them.
            using var wanted = plain.Allocate1D(new T[Most + 16]);
            using var target = Accelerator.Allocate1D(new T[Most + 16]);
            DirectCalls.Run(count, index => method(index, plainInput.View, wanted.View));
            kernel(count, source.View, target.View);
            Accelerator.Synchronize();
            Assert.Equal(wanted.GetAsArray1D(), target.GetAsArray1D());
        }
    }
}
