using System.Globalization;
using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>
/// What tests run under Oclgrind as a process of its own: <c>GpuJazz.Tests.dll kernels m T H V</c> launches each kernel of the
/// project, <c>fault NAME</c> a kernel that does wrong.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // Checked views fill new buffers: then nothing would be uninitialised.
        AppContext.SetSwitch("ILGPU.CheckedViews", false);
        using var context = Context.Create(builder => builder.OpenCL(device => device.PlatformName == "Oclgrind").EnableAlgorithms());
        using var accelerator = context.CreateCLAccelerator(0);
        switch (args)
        {
            case ["kernels", var m, var t, var h, var v]:
                using (var launches = new EachKernel(accelerator, new LstmShape(Number(m), Number(t), Number(h), Number(v))))
                    launches.Run();
                return 0;
            case ["fault", var name]:
                Faults.Run(accelerator, Enum.Parse<Fault>(name));
                return 0;
            default:
                Console.Error.WriteLine("usage: kernels m T H V | fault NAME");
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
