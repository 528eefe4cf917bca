using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Programs as OpenCL C, compiled as plain C in one go: work-items take turns, and what is undefined is noticed.</summary>
internal sealed unsafe partial class NativeBatch : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly nint _library;

    /// <summary>Compiles.</summary>
    /// <param name="programs">The kernels, by the names of their programs.</param>
    public NativeBatch(IEnumerable<(string Name, KernelProgram Program)> programs)
    {
        var text = new StringBuilder(Resource());
        foreach (var (name, program) in programs) Add(text, name, program);
        string source = _folder.File("batch.c"), compiled = _folder.File("batch.o"), library = _folder.File("batch.so");
        File.WriteAllText(source, text.ToString());

        // The file defines what the sanitizer calls, so that its own library, which is not linked, is not missed.
        string errors = Toolchain.Run(
            "-c", "-std=gnu11", "-w", "-O0", "-ffp-contract=off", "-fno-strict-aliasing", "-fPIC", "-fsanitize=undefined", "-fsanitize-minimal-runtime",
            "-fno-sanitize=alignment,object-size,null", "-I", Toolchain.Headers, "-o", compiled, source);
        if (errors.Length == 0) errors = Toolchain.Run("-shared", "-o", library, compiled, "-lm");
        Assert.True(errors.Length == 0, errors);
        _library = NativeLibrary.Load(library);
    }

    /// <summary>What a launch writes, and what of it C does not define, if anything.</summary>
    public (Outputs Outputs, string? Undefined) Run(string name, Launch launch)
    {
        var outputs = new Outputs();
        var run = (delegate* unmanaged<void**, int, float, long, long, long, byte*>)NativeLibrary.GetExport(_library, $"run_{name}");
        fixed (void* a = Inputs.Integers, x = Inputs.Floats, b = Inputs.Longs, d = Inputs.Doubles)
        fixed (void* r = outputs.Integers, y = outputs.Floats, w = outputs.Longs, z = outputs.Doubles)
        {
            void** buffers = stackalloc void*[] { a, x, b, d, r, y, w, z };
            byte* undefined = run(buffers, launch.N, launch.S, Math.Max(1, launch.Groups), launch.Width, launch.Height);
            return (outputs, undefined == null ? null : Marshal.PtrToStringUTF8((nint)undefined));
        }
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        _folder.Dispose();
    }

    // Programs bring functions of the same names: each gets its own.
    private static void Add(StringBuilder text, string name, KernelProgram program)
    {
        var functions = Function().Matches(program.Source).Select(match => match.Groups[1].Value).ToList();
        foreach (string function in functions) text.Append($"#define {function} {name}_{function}\n");
        text.Append(SharedMemory().Replace(program.Source, "static $1"));
        text.Append($"\nstatic void call_{name}(void)\n{{\n    {program.EntryPoint}({string.Join(", ", program.Parameters.Select(Argument))});\n}}\n");
        text.Append($$"""
            const char* run_{{name}}(void** p, int n_, float s_, long groups_, long x_, long y_)
            {
                a = p[0]; x = p[1]; b = p[2]; d = p[3]; r = p[4]; y = p[5]; w = p[6]; z = p[7]; n = n_; s = s_; extent = groups_ * x_;
                return launch(call_{{name}}, groups_, x_, y_);
            }


            """);
        foreach (string function in functions) text.Append($"#undef {function}\n");
    }

    private static string Argument(FlatParameter parameter) => parameter.Kind switch
    {
        FlatParameterKind.ViewBuffer => "axbdrywz"[parameter.Argument].ToString(),
        FlatParameterKind.ViewStart => "0",
        FlatParameterKind.ViewLength => parameter.Argument < 4 ? "read_length" : "written_length",
        FlatParameterKind.Extent => "extent",
        _ => parameter.Argument == 8 ? "n" : "s",
    };

    private static string Resource()
    {
        using var stream = typeof(NativeBatch).Assembly.GetManifestResourceStream("native.c")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^static [a-z ]+?\*? ?(\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Function();

    // Groups follow one another, so they can share it.
    [GeneratedRegex(@"(?<=^ +)__local (\w+ \w+\[)", RegexOptions.Multiline)]
    private static partial Regex SharedMemory();
}
