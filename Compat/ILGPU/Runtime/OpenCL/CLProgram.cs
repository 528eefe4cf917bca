using System.Text;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Has the driver compile a kernel's text, or takes what it compiled in an earlier run.</summary>
internal static unsafe class CLProgram
{
    // Neither fast mathematics nor anything else that changes results.
    private const string Options = "-cl-std=CL1.2";
    private const string ExactDivision = " -cl-fp32-correctly-rounded-divide-sqrt";
    private const ulong HasExactDivision = 1 << 7;
    private const uint BuildLog = 0x1183;
    private const uint BinarySizes = 0x1165;
    private const uint Binaries = 0x1166;

    /// <summary>Compiles, and returns the driver's handles of program and kernel.</summary>
    /// <exception cref="CLException">The driver refuses the text; the message has its build log.</exception>
    public static (IntPtr Program, IntPtr Kernel) Build(CLAccelerator accelerator, string name, KernelProgram text)
    {
        var functions = accelerator.Functions;
        var device = accelerator.Device;
        bool exact = (CLInfo.Number<ulong>(functions, device.DeviceId, CLDeviceInfo.SingleFpConfig) & HasExactDivision) != 0;
        string options = Options + (exact ? ExactDivision : "");
        string key = KernelCache.KeyOf(
            "OpenCL", device.PlatformName, device.Name, device.VersionText, device.DriverVersion, options, text.Source);
        var program = FromBinary(accelerator, accelerator.Cache.Find(key), options);
        bool isNew = program == IntPtr.Zero;
        if (isNew) program = FromSource(accelerator, name, text, options);
        CLError error;
        IntPtr kernel;
        fixed (byte* entry = Ascii(text.EntryPoint)) kernel = functions.CreateKernel(program, entry, &error);
        if (error != CLError.CL_SUCCESS) _ = functions.ReleaseProgram(program);
        CLException.ThrowIfFailed(error, $"Taking {text.EntryPoint} from the compiled {name}");
        if (isNew && Binary(functions, program) is { Length: > 0 } binary) accelerator.Cache.Keep(key, binary);
        return (program, kernel);
    }

    private static IntPtr FromSource(CLAccelerator accelerator, string name, KernelProgram text, string options)
    {
        var functions = accelerator.Functions;
        CLError error;
        IntPtr program;
        fixed (byte* source = Encoding.UTF8.GetBytes(text.Source + '\0'))
        {
            byte* first = source;
            program = functions.CreateProgram(accelerator.ContextHandle, 1, &first, null, &error);
        }

        CLException.ThrowIfFailed(error, $"Handing {name} to {accelerator.Name}");
        error = Compile(accelerator, program, options);
        if (error == CLError.CL_SUCCESS) return program;
        string log = Log(functions, program, accelerator.DeviceId);
        _ = functions.ReleaseProgram(program);
        throw new CLException($"{accelerator.Name} can't compile {name} ({error}):\n{log}", error);
    }

    // A binary that the driver does not take any more is as good as none.
    private static IntPtr FromBinary(CLAccelerator accelerator, byte[]? binary, string options)
    {
        if (binary is null) return IntPtr.Zero;
        var device = accelerator.DeviceId;
        nuint size = (nuint)binary.Length;
        CLError status, error;
        IntPtr program;
        fixed (byte* first = binary)
        {
            byte* start = first;
            program = accelerator.Functions.CreateProgramFromBinary(
                accelerator.ContextHandle, 1, &device, &size, &start, &status, &error);
        }

        if (error != CLError.CL_SUCCESS) return IntPtr.Zero;
        if (status == CLError.CL_SUCCESS && Compile(accelerator, program, options) == CLError.CL_SUCCESS) return program;
        _ = accelerator.Functions.ReleaseProgram(program);
        return IntPtr.Zero;
    }

    private static CLError Compile(CLAccelerator accelerator, IntPtr program, string options)
    {
        var device = accelerator.DeviceId;
        fixed (byte* first = Ascii(options)) return accelerator.Functions.BuildProgram(program, 1, &device, first, null, null);
    }

    private static byte[] Binary(CLFunctions functions, IntPtr program)
    {
        // One device, so one size and one binary.
        nuint size = 0;
        if (functions.GetProgramInfo(program, BinarySizes, (nuint)sizeof(nuint), &size, null) != CLError.CL_SUCCESS) return [];
        var binary = new byte[(int)size];
        fixed (byte* first = binary)
        {
            byte* start = first;
            return functions.GetProgramInfo(program, Binaries, (nuint)sizeof(byte*), &start, null) == CLError.CL_SUCCESS ? binary : [];
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text + '\0');

    private static string Log(CLFunctions functions, IntPtr program, IntPtr device)
    {
        nuint size = 0;
        if (functions.GetBuildInfo(program, device, BuildLog, 0, null, &size) != CLError.CL_SUCCESS) return "(no build log)";
        var log = new byte[(int)size];
        fixed (byte* first = log) _ = functions.GetBuildInfo(program, device, BuildLog, size, first, null);
        return Encoding.UTF8.GetString(log).TrimEnd('\0', '\n', ' ');
    }
}
