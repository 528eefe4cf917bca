namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>The types that random programs compute with.</summary>
internal enum Kind
{
    Int,
    UInt,
    Long,
    ULong,
    Float,
    Double,
    Bool,
}

/// <summary>What a program has by name.</summary>
internal static class Names
{
    /// <summary>The variables of a type, all declared before the first statement.</summary>
    public static IReadOnlyList<string> Variables(Kind kind) => kind switch
    {
        Kind.Int => ["i0", "i1", "i2", "pair.First"],
        Kind.UInt => ["u0", "u1"],
        Kind.Long => ["l0", "l1"],
        Kind.ULong => ["q0"],
        Kind.Float => ["f0", "f1", "f2", "pair.Second"],
        Kind.Double => ["d0", "d1"],
        _ => ["b0", "b1"],
    };

    /// <summary>The word for a type.</summary>
    public static string Word(Kind kind) => kind switch
    {
        Kind.Int => "int",
        Kind.UInt => "uint",
        Kind.Long => "long",
        Kind.ULong => "ulong",
        Kind.Float => "float",
        Kind.Double => "double",
        _ => "bool",
    };

    /// <summary>The declarations of the variables.</summary>
    public static IEnumerable<Statement> Declarations(bool isNarrow)
    {
        yield return Fixed("var pair = new Pair(own * 3, s - own);");
        yield return Fixed("int i0 = own, i1 = n, i2 = a[own];");
        yield return Fixed("uint u0 = (uint)own, u1 = 7u;");
        yield return Fixed("float f0 = x[own], f1 = s, f2 = 0.5f;");
        yield return Fixed("bool b0 = own > 5, b1 = false;");
        yield return Fixed("int fuel = 60;");
        if (isNarrow) yield break;
        yield return Fixed("long l0 = b[own], l1 = n;");
        yield return Fixed("ulong q0 = (ulong)own;");
        yield return Fixed("double d0 = d[own], d1 = 3.0;");
    }

    /// <summary>A declaration that other statements rely on.</summary>
    public static Statement Fixed(string text) => new(text) { IsFixed = true };
}
