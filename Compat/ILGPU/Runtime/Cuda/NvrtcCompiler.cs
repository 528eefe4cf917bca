using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace ILGPU.Runtime.Cuda;

/// <summary>Compiles CUDA C for one architecture.</summary>
internal sealed unsafe partial class NvrtcCompiler
{
    private readonly NvrtcLibrary _library;
    private readonly bool _isExact;

    public NvrtcCompiler(NvrtcLibrary library, CudaArchitecture chip)
    {
        _library = library;
        int wanted = (10 * chip.Major) + chip.Minor;
        _isExact = library.Architectures.Contains(wanted);

        // For a chip that is newer than the compiler, the driver goes on from PTX for the newest that the compiler knows.
        Target = _isExact ? wanted : library.Architectures.Where(each => each < wanted).DefaultIfEmpty(wanted).Max();

        // Multiply and add are fused where the kernel says so, as on every other accelerator, and not by this compiler's choice.
        Options = [$"--gpu-architecture={(_isExact ? "sm" : "compute")}_{Target}", "--fmad=false"];
    }

    /// <summary>The architecture that it compiles for: 80 for compute capability 8.0.</summary>
    public int Target { get; }

    /// <summary>What it is told.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The version, as a part of keys.</summary>
    public string Version => _library.Version.ToString();

    /// <summary>Compiles.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="text">The kernel.</param>
    /// <returns>What the driver loads: machine code, or PTX with a zero behind it.</returns>
    /// <exception cref="CudaException">The compiler refuses the text; the message has its log, with the lines that it speaks of.</exception>
    public byte[] Compile(string name, KernelProgram text)
    {
        IntPtr program;
        NvrtcResult result;
        fixed (byte* source = Utf8(text.Source), file = Utf8($"{text.EntryPoint}.cu"))
            result = _library.CreateProgram(&program, source, file, 0, null, null);
        if (result != NvrtcResult.NVRTC_SUCCESS) throw new CudaException($"Handing {name} to NVRTC failed: {result}.", result.ToString());
        try
        {
            result = Run(program);
            if (result != NvrtcResult.NVRTC_SUCCESS)
            {
                string log = Numbered(Log(program), text.Source);
                throw new CudaException($"NVRTC {Version} can't compile {name} ({result}):\n{log}", result.ToString());
            }

            return Result(program, name);
        }
        finally
        {
            _ = _library.DestroyProgram(&program);
        }
    }

    /// <summary>A log with, under each line that speaks of a line of the source, that line.</summary>
    internal static string Numbered(string log, string source)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        var result = new StringBuilder();
        foreach (string message in log.ReplaceLineEndings("\n").Split('\n'))
        {
            result.Append(message).Append('\n');
            if (Place().Match(message) is { Success: true } place
                && int.TryParse(place.Groups[1].Value, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= lines.Length)
            {
                result.Append(CultureInfo.InvariantCulture, $"{number,6} | {lines[number - 1]}\n");
            }
        }

        return result.ToString().TrimEnd();
    }

    // kernel.cu(12): error: …
    [GeneratedRegex(@"^[^(\n]*\((\d+)\): ")]
    private static partial Regex Place();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private NvrtcResult Run(IntPtr program)
    {
        byte[][] texts = [.. Options.Select(Utf8)];
        fixed (byte* first = texts[0], second = texts[1])
        {
            byte** options = stackalloc byte*[] { first, second };
            return _library.Compile(program, texts.Length, options);
        }
    }

    private byte[] Result(IntPtr program, string name)
    {
        nuint size;
        var result = _isExact ? _library.GetBinarySize(program, &size) : _library.GetPtxSize(program, &size);
        var image = new byte[result == NvrtcResult.NVRTC_SUCCESS ? (int)size : 0];
        fixed (byte* first = image)
        {
            if (result == NvrtcResult.NVRTC_SUCCESS)
                result = _isExact ? _library.GetBinary(program, first) : _library.GetPtx(program, first);
        }

        return result == NvrtcResult.NVRTC_SUCCESS
            ? image
            : throw new CudaException($"Taking the compiled {name} from NVRTC failed: {result}.", result.ToString());
    }

    private string Log(IntPtr program)
    {
        nuint size;
        if (_library.GetLogSize(program, &size) != NvrtcResult.NVRTC_SUCCESS) return "(no build log)";
        var log = new byte[(int)size];
        fixed (byte* first = log) _ = _library.GetLog(program, first);
        return Encoding.UTF8.GetString(log).TrimEnd('\0', '\n', ' ');
    }
}
