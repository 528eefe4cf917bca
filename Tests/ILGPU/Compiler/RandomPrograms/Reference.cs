using System.Reflection;
using GpuJazz.Tests.ILGPU.Compiler.RandomPrograms.Plain;
using ILGPU;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Runs programs as C#, a work-item at a time.</summary>
internal static class Reference
{
    private delegate void Straight(
        Index1D index, Plain.ArrayView<int> a, Plain.ArrayView<float> x, Plain.ArrayView<long> b, Plain.ArrayView<double> d,
        Plain.ArrayView<int> r, Plain.ArrayView<float> y, Plain.ArrayView<long> w, Plain.ArrayView<double> z, int n, float s);

    private delegate IEnumerable<int> Grouped(
        Plain.ArrayView<int> a, Plain.ArrayView<float> x, Plain.ArrayView<long> b, Plain.ArrayView<double> d,
        Plain.ArrayView<int> r, Plain.ArrayView<float> y, Plain.ArrayView<long> w, Plain.ArrayView<double> z, int n, float s);

    /// <summary>What a launch writes.</summary>
    public static Outputs Run(MethodInfo method, Launch launch)
    {
        var outputs = new Outputs();
        Plain.ArrayView<int> a = new(Inputs.Integers), r = new(outputs.Integers);
        Plain.ArrayView<float> x = new(Inputs.Floats), y = new(outputs.Floats);
        Plain.ArrayView<long> b = new(Inputs.Longs), w = new(outputs.Longs);
        Plain.ArrayView<double> d = new(Inputs.Doubles), z = new(outputs.Doubles);
        if (launch.Groups > 0)
        {
            var kernel = method.CreateDelegate<Grouped>();
            PlainGroup.Run(launch.Groups, (launch.Width, launch.Height), () => kernel(a, x, b, d, r, y, w, z, launch.N, launch.S));
        }
        else
        {
            var kernel = method.CreateDelegate<Straight>();
            for (int i = 0; i < launch.Width; i++) kernel(new(i), a, x, b, d, r, y, w, z, launch.N, launch.S);
        }

        return outputs;
    }
}
