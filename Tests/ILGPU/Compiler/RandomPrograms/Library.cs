using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using ILGPU;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Random programs as C# makes them: an assembly with a kernel and a reference for each.</summary>
internal sealed class Library
{
    private const string Pair = """
        internal struct Pair
        {
            public int First;
            public float Second;

            public Pair(int first, float second)
            {
                First = first;
                Second = second;
            }

            public void Move(int by)
            {
                First += by;
                Second -= by;
            }
        }


        """;

    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Preview);

    private readonly Assembly _assembly;

    public Library(IReadOnlyCollection<RandomProgram> programs, OptimizationLevel level)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, checkOverflow: false);
        var trees = new[] { Tree(programs, isPlain: false), Tree(programs, isPlain: true) };
        var compilation = CSharpCompilation.Create($"Random{Guid.NewGuid():N}", trees, References(), options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Take(5);
            Assert.Fail(string.Join('\n', errors.Select(error => $"{error}: {Line(error.Location)}")));
        }

        image.Position = 0;
        _assembly = AssemblyLoadContext.GetLoadContext(typeof(Library).Assembly)!.LoadFromStream(image);
    }

    /// <summary>The kernel of a program.</summary>
    public MethodInfo Kernel(RandomProgram program) => _assembly.GetType($"Made.{program.Name}")!.GetMethod("Kernel")!;

    /// <summary>The reference of a program.</summary>
    public MethodInfo Plain(RandomProgram program) => _assembly.GetType($"Plain.{program.Name}")!.GetMethod("Kernel")!;

    private static SyntaxTree Tree(IEnumerable<RandomProgram> programs, bool isPlain)
    {
        var text = new StringBuilder();
        text.Append($"using {(isPlain ? typeof(Plain.PlainGroup).Namespace : "ILGPU")};\n");
        text.Append("using ILGPU.Algorithms;\nusing Atomic = ILGPU.Atomic;\nusing Half = ILGPU.Half;\nusing Index1D = ILGPU.Index1D;\n");
        text.Append($"namespace {(isPlain ? "Plain" : "Made")};\n").Append(Pair);
        foreach (var program in programs) text.Append(program.Print(isPlain)).Append('\n');
        return CSharpSyntaxTree.ParseText(text.ToString(), Syntax);
    }

    private static string Line(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString() ?? string.Empty;

    private static IEnumerable<MetadataReference> References()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] files =
        [
            typeof(object).Assembly.Location, Path.Combine(runtime, "System.Runtime.dll"), Path.Combine(runtime, "System.Collections.dll"),
            typeof(Index1D).Assembly.Location, typeof(Library).Assembly.Location,
        ];
        return files.Select(file => MetadataReference.CreateFromFile(file));
    }
}
