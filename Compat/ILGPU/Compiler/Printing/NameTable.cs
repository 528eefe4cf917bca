using System.Text;

namespace ILGPU.Compiler;

/// <summary>Gives values names that are the kernel's own where they are free.</summary>
internal sealed class NameTable
{
    // Words of either dialect, and functions that the text may call.
    private static readonly HashSet<string> Reserved =
    [
        "auto", "bool", "break", "case", "char", "class", "const", "constant", "continue", "default", "delete", "do", "double", "else",
        "enum", "extern", "false", "float", "for", "global", "goto", "half", "if", "inline", "int", "kernel", "local", "long", "namespace",
        "new", "operator", "private", "public", "quad", "register", "restrict", "return", "sampler_t", "short", "signed", "sizeof",
        "static", "struct", "switch", "template", "this", "true", "typedef", "uchar", "uint", "ulong", "union", "unsigned", "ushort",
        "using", "void", "volatile", "while", "exp", "exp2", "log", "log2", "log10", "pow", "sqrt", "cbrt", "sin", "cos", "tan", "asin",
        "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "atan2", "floor", "ceil", "trunc", "rint", "round", "fma",
        "copysign", "fabs", "fmod", "min", "max", "abs", "clamp", "barrier", "step", "sign", "mix", "dot", "cross", "length", "distance",
        "normalize", "select", "any", "all", "event_t", "image2d_t", "pipe", "read_only", "write_only", "read_write", "complex",
        "imaginary", "vec_step", "prefetch", "printf", "shuffle", "popcount", "clz", "rotate", "hypot", "ldexp", "fract", "modf", "nan",
        "signbit", "isnan", "isinf", "degrees", "radians", "erf", "gamma", "and", "or", "not", "xor", "typename", "export", "asm",
    ];

    private readonly HashSet<string> _taken = [.. Reserved];
    private readonly Dictionary<object, string> _names = [];

    /// <summary>The name of a value or block, made from a wish when it is asked for the first time.</summary>
    public string Of(object thing, string? wish)
    {
        if (_names.TryGetValue(thing, out string? known)) return known;
        string name = Clean(wish);
        string free = name;
        for (int i = 2; !_taken.Add(free); i++) free = char.IsAsciiDigit(name[^1]) ? $"{name}_{i}" : $"{name}{i}";
        return _names[thing] = free;
    }

    /// <summary>A name for the text, from one of .NET.</summary>
    public static string Clean(string? wish)
    {
        var clean = new StringBuilder();
        foreach (char letter in wish ?? string.Empty)
            if (char.IsAsciiLetterOrDigit(letter) || (letter == '_' && clean.Length > 0)) clean.Append(letter);
        if (clean.Length == 0) return "value";
        if (char.IsAsciiDigit(clean[0])) clean.Insert(0, 'v');
        if (!char.IsAsciiLetterLower(clean[0]) && wish is not null) clean[0] = char.ToLowerInvariant(clean[0]);
        return clean.ToString();
    }
}
