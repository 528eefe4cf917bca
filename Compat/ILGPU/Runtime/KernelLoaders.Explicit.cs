namespace ILGPU.Runtime;

/// <content>Explicitly grouped kernels, launched on a stream that is given.</content>
public static partial class KernelLoaders
{
    /// <summary>
    /// Makes an explicitly grouped kernel ready: a launch says how many groups, and how many work-items a group.
    /// </summary>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action)
        where T1 : struct
    {
        var kernel = Explicit<KernelArguments<T1>>(accelerator, action);
        return (stream, config, a1) => kernel.Launch(stream, config, new(a1));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action)
        where T1 : struct where T2 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2>>(accelerator, action);
        return (stream, config, a1, a2) => kernel.Launch(stream, config, new(a1, a2));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(
        this Accelerator accelerator, Action<T1, T2, T3> action)
        where T1 : struct where T2 : struct where T3 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3>>(accelerator, action);
        return (stream, config, a1, a2, a3) => kernel.Launch(stream, config, new(a1, a2, a3));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(
        this Accelerator accelerator, Action<T1, T2, T3, T4> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4) => kernel.Launch(stream, config, new(a1, a2, a3, a4));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5) => kernel.Launch(stream, config, new(a1, a2, a3, a4, a5));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6) => kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7) => kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8) => kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7, a8));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9) =>
            kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7, a8, a9));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct where T10 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) =>
            kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) =>
            kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var kernel = Explicit<KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>>(accelerator, action);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) =>
            kernel.Launch(stream, config, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12));
    }
}
