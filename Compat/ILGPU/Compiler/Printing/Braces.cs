namespace ILGPU.Compiler;

/// <summary>A pair of braces in the text, inside others.</summary>
/// <param name="outer">Those around it; null for the kernel's own.</param>
internal sealed class Braces(Braces? outer)
{
    /// <summary>Whether these are inside others, or the same.</summary>
    public bool AreIn(Braces other)
    {
        for (var at = this; at is not null; at = at.Outer)
            if (at == other) return true;
        return false;
    }

    private Braces? Outer { get; } = outer;
}
