using System.Text;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>A random program: a kernel, as the compiler gets it, and the same statements as a reference that C# runs.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="HasGroups">Whether it is explicitly grouped, with shared memory and barriers.</param>
/// <param name="Helpers">Methods that it calls.</param>
/// <param name="Preamble">The declarations that all other statements rely on.</param>
/// <param name="Body">The statements.</param>
internal sealed record RandomProgram(
    int Seed, bool HasGroups, IReadOnlyList<Statement> Helpers, IReadOnlyList<Statement> Preamble, IReadOnlyList<Statement> Body)
{
    /// <summary>The parameters of every kernel: inputs, outputs and two numbers.</summary>
    public const string Parameters =
        "ArrayView<int> a, ArrayView<float> x, ArrayView<long> b, ArrayView<double> d, "
        + "ArrayView<int> r, ArrayView<float> y, ArrayView<long> w, ArrayView<double> z, int n, float s";

    /// <summary>The name of the class that holds it.</summary>
    public string Name => $"{(HasGroups ? "Group" : "Seed")}{Seed}";

    /// <summary>The class as C#.</summary>
    /// <param name="isPlain">Whether it is for the reference.</param>
    public string Print(bool isPlain)
    {
        var text = new StringBuilder($"internal static class {Name}\n{{\n");
        Statement.Print(Helpers, text, 1, isPlain);
        string result = isPlain && HasGroups ? "System.Collections.Generic.IEnumerable<int>" : "void";
        text.Append($"    public static {result} Kernel({(HasGroups ? "" : "Index1D index, ")}{Parameters})\n    {{\n");
        Statement.Print([new("unchecked") { Body = [.. Preamble, .. Body] }], text, 2, isPlain);
        if (isPlain && HasGroups) text.Append("        yield break;\n");
        return text.Append("    }\n}\n").ToString();
    }
}
