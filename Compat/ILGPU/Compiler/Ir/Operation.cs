namespace ILGPU.Compiler;

/// <summary>What an instruction does. Integers wrap around; comparisons with NaN are false, but for <see cref="NotEqual"/>.</summary>
internal enum Operation
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The difference.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The quotient; of integers toward zero, undefined by zero.</summary>
    Divide,

    /// <summary>The rest of a division, with the sign of the dividend.</summary>
    Remainder,

    /// <summary>Bitwise and.</summary>
    And,

    /// <summary>Bitwise or.</summary>
    Or,

    /// <summary>Bitwise exclusive or.</summary>
    Xor,

    /// <summary>Shift left by less than the width.</summary>
    ShiftLeft,

    /// <summary>Shift right by less than the width, with the sign where the type has one.</summary>
    ShiftRight,

    /// <summary>The negative.</summary>
    Negate,

    /// <summary>All bits turned; of a bool, its opposite.</summary>
    Not,

    /// <summary>Another number type; from floating point to integers saturating, NaN as 0.</summary>
    Convert,

    /// <summary>The same bits as another type of the same size.</summary>
    Reinterpret,

    /// <summary>Equality.</summary>
    Equal,

    /// <summary>Its opposite.</summary>
    NotEqual,

    /// <summary>Order.</summary>
    Less,

    /// <summary>Order.</summary>
    LessOrEqual,

    /// <summary>Order.</summary>
    Greater,

    /// <summary>Order.</summary>
    GreaterOrEqual,

    /// <summary>(condition, whenTrue, whenFalse): the second where the first is true, otherwise the third. All three are evaluated.</summary>
    Select,

    /// <summary>(a, b, c): a·b + c, rounded once. Of floating-point numbers only.</summary>
    MultiplyAdd,

    /// <summary>A mathematical function, named in <see cref="Instruction.Function"/>: one of <see cref="MathFunctions"/>.</summary>
    Call,

    /// <summary>A place of the work-item, its group or the grid, named in <see cref="Instruction.Function"/>.</summary>
    Index,

    /// <summary>A pointer, moved by elements.</summary>
    Offset,

    /// <summary>What lies at (pointer, index).</summary>
    Load,

    /// <summary>(pointer, index, value).</summary>
    Store,

    /// <summary>(pointer, index, value[, compared]): the value before; named in <see cref="Instruction.Function"/>.</summary>
    Atomic,

    /// <summary>Waits for the group.</summary>
    Barrier,

    /// <summary>Orders memory operations.</summary>
    Fence,

    /// <summary>(value, which): the value of another work-item of the warp; named in <see cref="Instruction.Function"/>.</summary>
    Shuffle,

    /// <summary>A function in CUDA C, named in <see cref="Instruction.Function"/>: what it does is not known.</summary>
    CudaCall,
}
