namespace ILGPU.Runtime;

/// <content>Implicitly grouped kernels, launched on the default stream.</content>
public static partial class KernelLoaders
{
    /// <summary>
    /// Makes an implicitly grouped kernel ready: a launch gives an extent, and a work-item gets its index, in groups of a given size. Runs on the default stream.
    /// </summary>
    public static Action<TIndex, T1> LoadImplicitlyGroupedStreamKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1>>(accelerator, action, customGroupSize);
        return (extent, a1) => kernel.Launch(extent, new(a1));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2>>(accelerator, action, customGroupSize);
        return (extent, a1, a2) => kernel.Launch(extent, new(a1, a2));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3) => kernel.Launch(extent, new(a1, a2, a3));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4) => kernel.Launch(extent, new(a1, a2, a3, a4));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5) => kernel.Launch(extent, new(a1, a2, a3, a4, a5));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6) => kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7) => kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7, a8) => kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7, a8));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7, a8, a9) => kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) => kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11) =>
            kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
        where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var kernel = Implicit<TIndex, KernelArguments<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>>(accelerator, action, customGroupSize);
        return (extent, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) =>
            kernel.Launch(extent, new(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12));
    }
}
