using GpuJazz.Launching;

namespace ILGPU.Compiler;

/// <summary>How a dialect of C spells what the dialects do not have in common.</summary>
internal abstract class Language
{
    /// <summary>The words that begin a function that the kernel calls.</summary>
    public abstract string Function { get; }

    public abstract string Barrier { get; }

    public abstract string UInt { get; }

    public abstract string Long { get; }

    public abstract string ULong { get; }

    /// <summary>What a suffix makes a 64-bit integer.</summary>
    public abstract string LongSuffix { get; }

    /// <summary>What stands before a loop whose rounds shall be written out; null where the dialect has nothing of the kind.</summary>
    public virtual string? Unroll => null;

    /// <summary>What a function does that returns the float of the half in <c>bits</c>.</summary>
    public abstract string FloatOfHalf { get; }

    /// <summary>What a function does that returns the bits of the half nearest to the float <c>x</c>.</summary>
    public abstract string HalfOfFloat { get; }

    /// <summary>The language for a dialect.</summary>
    public static Language Of(Dialect dialect) => dialect == Dialect.OpenCL ? new OpenCLLanguage() : new CudaLanguage();

    /// <summary>The word for a type.</summary>
    public virtual string Type(NumberType type) => type switch
    {
        NumberType.Bool => "bool",
        NumberType.Int8 => "signed char",
        NumberType.UInt8 => "unsigned char",
        NumberType.Int16 => "short",
        NumberType.UInt16 => "unsigned short",
        NumberType.Int32 => "int",
        NumberType.UInt32 => UInt,
        NumberType.Int64 => Long,
        NumberType.UInt64 => ULong,
        NumberType.Float32 => "float",
        _ => "double",
    };

    /// <summary>The word for a type in memory or as a parameter, where a bool is a byte.</summary>
    public string Stored(NumberType type) => Type(type == NumberType.Bool ? NumberType.UInt8 : type);

    /// <summary>A pointer to numbers.</summary>
    public string Pointer(NumberType type, AddressSpace space) => Space(space) + Stored(type) + "*";

    /// <summary>The words that begin a kernel, with what it says of its groups.</summary>
    public abstract string Kernel(LaunchBoundsAttribute? bounds);

    /// <summary>The word for memory, with a space behind it; none where the dialect has one address space.</summary>
    public abstract string Space(AddressSpace space);

    /// <summary>Declares memory.</summary>
    public abstract string Memory(AddressSpace space);

    /// <summary>A place of the work-item, its group or the grid: an int.</summary>
    public abstract string Index(string kind, int dimension);

    /// <summary>The bits of one type as another.</summary>
    public abstract string Reinterpret(NumberType from, NumberType to, string value);

    /// <summary>The name of a mathematical function of floating-point numbers.</summary>
    public virtual string Math(string function, NumberType type) => function switch
    {
        "Ceiling" => "ceil",
        "Truncate" => "trunc",
        "Round" => "rint",
        "RoundAwayFromZero" => "round",
        "Abs" => "fabs",
        "FusedMultiplyAdd" => "fma",
        "CopySign" => "copysign",
        "Remainder" => "fmod",
        _ => function.ToLowerInvariant(),
    };

    /// <summary>An atomic operation that the dialect has for integers, on a pointer in parentheses where needed.</summary>
    public abstract string Atomic(string operation, NumberType type, AddressSpace space, string pointer, string values);

    /// <summary>A value of another work-item of the warp.</summary>
    public virtual string Shuffle(string kind, string value, string which) => throw new NotSupportedException(kind);

    /// <summary>What orders memory operations.</summary>
    public abstract string Fence(string level);

    /// <summary>What stands before everything else.</summary>
    /// <param name="types">The types that are used.</param>
    /// <param name="hasLongAtomics">Whether there are atomic operations of 64 bits.</param>
    public abstract IEnumerable<string> Head(IReadOnlySet<NumberType> types, bool hasLongAtomics);
}
