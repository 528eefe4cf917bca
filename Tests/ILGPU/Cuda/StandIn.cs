using System.Runtime.InteropServices;
using GpuJazz.Tests.ILGPU.Compiler;
using ILGPU;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU.Cuda;

/// <summary>
/// What stands in for NVIDIA's driver and NVRTC, made by clang of the C files beside this one: it checks what it is given, counts what is
/// still there, and runs printed kernels on the processor. Each object is a driver of its own.
/// </summary>
internal sealed unsafe class StandIn
{
    private static readonly Lazy<(string Driver, string Compiler)> Made = new(Make);
    private static readonly Lazy<StandIn> Common = new(() => new StandIn());

    private readonly nint _driver;
    private readonly nint _compiler;

    public StandIn(params (string Name, long Value)[] settings)
    {
        // A copy under another name has variables of its own.
        (DriverPath, CompilerPath) = (Copied(Made.Value.Driver), Copied(Made.Value.Compiler));
        _driver = NativeLibrary.Load(DriverPath);
        _compiler = NativeLibrary.Load(CompilerPath);
        foreach (var (name, value) in settings) Set(name, value);
        (Driver, Reason) = CudaDriver.Load([DriverPath], new NvrtcPlaces(_ => null) { Fixed = [CompilerPath] });
    }

    /// <summary>Why tests that need it are left out; null where it can be made.</summary>
    public static string? Missing => OperatingSystem.IsLinux() ? Toolchain.Missing : "the stand-in for CUDA's driver is for Linux";

    /// <summary>One for tests that change nothing about it.</summary>
    public static StandIn Shared => Common.Value;

    public string DriverPath { get; }

    public string CompilerPath { get; }

    public CudaDriver? Driver { get; }

    public string? Reason { get; }

    public CudaDevice Device => CudaDevice.Find(Driver!).Devices[0];

    /// <summary>How many kernels were compiled.</summary>
    public int Compiled => ((delegate* unmanaged<int>)NativeLibrary.GetExport(_compiler, "stand_in_compiled"))();

    /// <summary>How many programs were not given back.</summary>
    public int Programs => ((delegate* unmanaged<int>)NativeLibrary.GetExport(_compiler, "stand_in_programs"))();

    /// <summary>A number that the driver counts or is set to.</summary>
    public long this[string name]
    {
        get
        {
            nint text = Marshal.StringToCoTaskMemUTF8(name);
            try
            {
                return ((delegate* unmanaged<nint, long>)NativeLibrary.GetExport(_driver, "stand_in_get"))(text);
            }
            finally
            {
                Marshal.FreeCoTaskMem(text);
            }
        }
    }

    /// <summary>Sets a number of the driver.</summary>
    public void Set(string name, long value)
    {
        nint text = Marshal.StringToCoTaskMemUTF8(name);
        ((delegate* unmanaged<nint, long, void>)NativeLibrary.GetExport(_driver, "stand_in_set"))(text, value);
        Marshal.FreeCoTaskMem(text);
    }

    /// <summary>Makes every compilation fail.</summary>
    public void FailCompiling(NvrtcResult result) =>
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(_compiler, "stand_in_fail_compiling"))((int)result);

    /// <summary>A context with this device alone.</summary>
    public Context NewContext() => Context.Create(builder =>
    {
        builder.Register(Device);
        builder.Profiling().EnableAlgorithms();
    });

    private static (string Driver, string Compiler) Make()
    {
        string sources = Path.Combine(AppContext.BaseDirectory, "ILGPU", "Cuda", "StandIn");
        return (Build("cuda"), Build("nvrtc"));

        string Build(string name)
        {
            string library = Path.Combine(TestFolder.Path, $"{name}.so");
            string errors = Toolchain.Run(
                "-std=gnu11", "-O1", "-fPIC", "-shared", "-fvisibility=hidden", $"-DSTAND_IN_FOLDER=\"{sources}\"", "-o", library,
                Path.Combine(sources, $"{name}.c"), "-ldl", "-lpthread");
            Assert.True(errors.Length == 0, errors);
            return library;
        }
    }

    private static string Copied(string library)
    {
        string copy = Path.Combine(TestFolder.Path, $"{Guid.NewGuid():N}.so");
        File.Copy(library, copy);
        return copy;
    }
}

/// <summary>A test that needs the stand-in.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StandInFactAttribute : FactAttribute
{
    public StandInFactAttribute() => Skip = StandIn.Missing;
}
