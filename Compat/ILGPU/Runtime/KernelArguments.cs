namespace ILGPU.Runtime;

/// <summary>The arguments of a launch: one field an argument, in order. Each back end adds how it reads them.</summary>
internal partial interface IKernelArguments;

/// <summary>The argument of a launch.</summary>
internal readonly partial struct KernelArguments<T1>(T1 a1) : IKernelArguments
    where T1 : struct
{
    public readonly T1 A1 = a1;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2>(T1 a1, T2 a2) : IKernelArguments
    where T1 : struct where T2 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3>(T1 a1, T2 a2, T3 a3) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4>(T1 a1, T2 a2, T3 a3, T4 a4) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5>(T1 a1, T2 a2, T3 a3, T4 a4, T5 a5) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6>(T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    where T8 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
    public readonly T8 A8 = a8;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    where T8 : struct where T9 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
    public readonly T8 A8 = a8;
    public readonly T9 A9 = a9;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    where T8 : struct where T9 : struct where T10 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
    public readonly T8 A8 = a8;
    public readonly T9 A9 = a9;
    public readonly T10 A10 = a10;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    where T8 : struct where T9 : struct where T10 : struct where T11 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
    public readonly T8 A8 = a8;
    public readonly T9 A9 = a9;
    public readonly T10 A10 = a10;
    public readonly T11 A11 = a11;
}

/// <inheritdoc cref="IKernelArguments"/>
internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
    T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11, T12 a12) : IKernelArguments
    where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
{
    public readonly T1 A1 = a1;
    public readonly T2 A2 = a2;
    public readonly T3 A3 = a3;
    public readonly T4 A4 = a4;
    public readonly T5 A5 = a5;
    public readonly T6 A6 = a6;
    public readonly T7 A7 = a7;
    public readonly T8 A8 = a8;
    public readonly T9 A9 = a9;
    public readonly T10 A10 = a10;
    public readonly T11 A11 = a11;
    public readonly T12 A12 = a12;
}
