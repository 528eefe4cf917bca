namespace ILGPU.Compiler;

/// <summary>The numbers that kernels compute with.</summary>
internal enum NumberType
{
    /// <summary>True or false; a byte in memory.</summary>
    Bool,

    /// <summary>8 bits, signed.</summary>
    Int8,

    /// <summary>8 bits.</summary>
    UInt8,

    /// <summary>16 bits, signed.</summary>
    Int16,

    /// <summary>16 bits.</summary>
    UInt16,

    /// <summary>32 bits, signed.</summary>
    Int32,

    /// <summary>32 bits.</summary>
    UInt32,

    /// <summary>64 bits, signed.</summary>
    Int64,

    /// <summary>64 bits.</summary>
    UInt64,

    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>Double precision.</summary>
    Float64,
}
