using System.Text;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>A statement of a random program, with those inside it. Any that is not fixed can be left out, and the program stays valid.</summary>
/// <param name="Head">The statement, or what stands before its braces.</param>
internal sealed record Statement(string Head)
{
    /// <summary>The statement in a reference, where it differs.</summary>
    public string? Plain { get; init; }

    /// <summary>The statements in its braces.</summary>
    public IReadOnlyList<Statement>? Body { get; init; }

    /// <summary>The statements of its else, if it has one.</summary>
    public IReadOnlyList<Statement>? Otherwise { get; init; }

    /// <summary>What follows the braces.</summary>
    public string? Tail { get; init; }

    /// <summary>Whether the program needs it.</summary>
    public bool IsFixed { get; init; }

    /// <summary>A meeting of the group.</summary>
    public static Statement Barrier { get; } = new("Group.Barrier();") { Plain = "yield return 0;", IsFixed = true };

    /// <summary>Writes statements as C#.</summary>
    public static void Print(IEnumerable<Statement> statements, StringBuilder text, int depth, bool isPlain)
    {
        foreach (var each in statements) each.Print(text, depth, isPlain);
    }

    private void Print(StringBuilder text, int depth, bool isPlain)
    {
        string margin = new(' ', 4 * depth);
        text.Append(margin).Append(isPlain ? Plain ?? Head : Head).Append('\n');
        if (Body is null) return;
        Braces(Body, text, depth, isPlain);
        if (Otherwise is not null)
        {
            text.Append(margin).Append("else\n");
            Braces(Otherwise, text, depth, isPlain);
        }

        if (Tail is not null) text.Append(margin).Append(Tail).Append('\n');
    }

    private static void Braces(IReadOnlyList<Statement> body, StringBuilder text, int depth, bool isPlain)
    {
        string margin = new(' ', 4 * depth);
        text.Append(margin).Append("{\n");
        Print(body, text, depth + 1, isPlain);
        text.Append(margin).Append("}\n");
    }
}
