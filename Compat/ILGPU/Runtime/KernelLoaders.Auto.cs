namespace ILGPU.Runtime;

/// <content>Automatically grouped kernels, launched on a stream that is given.</content>
public static partial class KernelLoaders
{
    /// <summary>
    /// Makes an implicitly grouped kernel ready: a launch gives an extent, and a work-item gets its index, in groups of a size that the accelerator chooses.
    /// </summary>
    public static Action<AcceleratorStream, TIndex, T1> LoadAutoGroupedKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action)
        where TIndex : struct, IIndex where T1 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1>>(accelerator, action, 0);
        return (stream, extent, a1) => kernel.Launch(stream, extent, new(a1));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadAutoGroupedKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2>>(accelerator, action, 0);
        return (stream, extent, a1, a2) => kernel.Launch(stream, extent, new(a1, a2));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadAutoGroupedKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3) => kernel.Launch(stream, extent, new(a1, a2, a3));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4) => kernel.Launch(stream, extent, new(a1, a2, a3, a4));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5) => kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6) => kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7) => kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7, a8) => kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7, a8));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7, a8, a9) =>
            kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) =>
            kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) =>
            kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>>(accelerator, action, 0);
        return (stream, extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) =>
            kernel.Launch(stream, extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12));
    }
}
