using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

internal partial interface IKernelArguments
{
    /// <summary>Calls an explicitly grouped kernel for the current work-item.</summary>
    /// <param name="kernel">An Action of the arguments.</param>
    void Call(Delegate kernel);

    /// <summary>Calls an implicitly grouped kernel for the current work-item.</summary>
    /// <param name="kernel">An Action of the index and the arguments.</param>
    /// <param name="index">The index.</param>
    void Call<TIndex>(Delegate kernel, TIndex index);

    /// <summary>The type of an explicitly grouped kernel.</summary>
    static abstract Type ExplicitKernel { get; }

    /// <summary>The type of an implicitly grouped kernel.</summary>
    static abstract Type ImplicitKernel<TIndex>();
}

internal readonly partial struct KernelArguments<T1>
{
    public static Type ExplicitKernel => typeof(Action<T1>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1>>(kernel)(A1);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1>>(kernel)(index, A1);
}

internal readonly partial struct KernelArguments<T1, T2>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2>>(kernel)(A1, A2);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2>>(kernel)(index, A1, A2);
}

internal readonly partial struct KernelArguments<T1, T2, T3>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3>>(kernel)(A1, A2, A3);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3>>(kernel)(index, A1, A2, A3);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4>>(kernel)(A1, A2, A3, A4);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4>>(kernel)(index, A1, A2, A3, A4);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5>>(kernel)(A1, A2, A3, A4, A5);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5>>(kernel)(index, A1, A2, A3, A4, A5);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6>>(kernel)(A1, A2, A3, A4, A5, A6);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6>>(kernel)(index, A1, A2, A3, A4, A5, A6);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7>>(kernel)(A1, A2, A3, A4, A5, A6, A7);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7, T8>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7, T8>>(kernel)(A1, A2, A3, A4, A5, A6, A7, A8);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7, A8);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7, T8, T9>>(kernel)(A1, A2, A3, A4, A5, A6, A7, A8, A9);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7, A8, A9);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>>(kernel)(A1, A2, A3, A4, A5, A6, A7, A8, A9, A10);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>>(kernel)(A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11);
}

internal readonly partial struct KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>
{
    public static Type ExplicitKernel => typeof(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>);

    public static Type ImplicitKernel<TIndex>() => typeof(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>);

    public void Call(Delegate kernel) => Unsafe.As<Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>>(kernel)(A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12);

    public void Call<TIndex>(Delegate kernel, TIndex index) =>
        Unsafe.As<Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>>(kernel)(index, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12);
}
