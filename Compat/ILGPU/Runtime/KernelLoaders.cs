namespace ILGPU.Runtime;

/// <summary>Makes kernels ready for launches: methods of 1 to 12 parameters, without the index of an implicitly grouped kernel.</summary>
public static partial class KernelLoaders
{
    private static LoadedKernel<KernelConfig, TArguments> Explicit<TArguments>(Accelerator accelerator, Delegate action)
        where TArguments : struct, IKernelArguments =>
        accelerator.Load<KernelConfig, TArguments>(KernelSource.Create(action, KernelGrouping.Explicit, 0));

    private static LoadedKernel<TIndex, TArguments> Implicit<TIndex, TArguments>(Accelerator accelerator, Delegate action, int groupSize)
        where TIndex : struct, IIndex
        where TArguments : struct, IKernelArguments =>
        accelerator.Load<TIndex, TArguments>(KernelSource.Create(action, KernelGrouping.Implicit, groupSize));
}
