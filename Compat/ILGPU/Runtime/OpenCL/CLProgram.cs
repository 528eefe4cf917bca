using System.Text;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Has the driver compile a kernel's text.</summary>
internal static unsafe class CLProgram
{
    // Neither fast mathematics nor anything else that changes results.
    private const string Options = "-cl-std=CL1.2";
    private const string ExactDivision = " -cl-fp32-correctly-rounded-divide-sqrt";
    private const ulong HasExactDivision = 1 << 7;
    private const uint BuildLog = 0x1183;

    /// <summary>Compiles, and returns the driver's handles of program and kernel.</summary>
    /// <exception cref="CLException">The driver refuses the text; the message has its build log.</exception>
    public static (IntPtr Program, IntPtr Kernel) Build(CLAccelerator accelerator, string name, KernelProgram text)
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
        try
        {
            var device = accelerator.DeviceId;
            bool exact = (CLInfo.Number<ulong>(functions, device, CLDeviceInfo.SingleFpConfig) & HasExactDivision) != 0;
            fixed (byte* options = Encoding.ASCII.GetBytes(Options + (exact ? ExactDivision : "") + '\0'))
                error = functions.BuildProgram(program, 1, &device, options, null, null);
            if (error != CLError.CL_SUCCESS)
                throw new CLException($"{accelerator.Name} can't compile {name} ({error}):\n{Log(functions, program, device)}", error);
            fixed (byte* entry = Encoding.ASCII.GetBytes(text.EntryPoint + '\0'))
            {
                var kernel = functions.CreateKernel(program, entry, &error);
                CLException.ThrowIfFailed(error, $"Taking {text.EntryPoint} from the compiled {name}");
                return (program, kernel);
            }
        }
        catch (CLException)
        {
            _ = functions.ReleaseProgram(program);
            throw;
        }
    }

    private static string Log(CLFunctions functions, IntPtr program, IntPtr device)
    {
        nuint size = 0;
        if (functions.GetBuildInfo(program, device, BuildLog, 0, null, &size) != CLError.CL_SUCCESS) return "(no build log)";
        var log = new byte[(int)size];
        fixed (byte* first = log) _ = functions.GetBuildInfo(program, device, BuildLog, size, first, null);
        return Encoding.UTF8.GetString(log).TrimEnd('\0', '\n', ' ');
    }
}
