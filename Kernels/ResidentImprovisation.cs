// Whole solos in one launch, for small models through CUDA: Improvisation's formula, with all weights of a note in the registers of a group
// or, where these are too few, in part in its shared memory, and everything else there. ResidentSolo and ResidentSolos have the kernels.
using ILGPU;
using ILGPU.Runtime;
using Kernel = System.Action<
    GpuJazz.Kernels.ImprovisationBuffers,
    GpuJazz.Kernels.ImprovisationShape,
    GpuJazz.Kernels.SamplingRule,
    ILGPU.Runtime.SpecializedValue<GpuJazz.Kernels.ResidentForm>>;
using Launch = System.Action<
    ILGPU.KernelConfig,
    GpuJazz.Kernels.ImprovisationBuffers,
    GpuJazz.Kernels.ImprovisationShape,
    GpuJazz.Kernels.SamplingRule,
    ILGPU.Runtime.SpecializedValue<GpuJazz.Kernels.ResidentForm>>;

namespace GpuJazz.Kernels;

/// <summary>Improvises with a small model whose weights stay on the multiprocessors; see <see cref="ResidentForm.Suits"/>.</summary>
internal sealed class ResidentImprovisation
{
    private readonly Accelerator accelerator;
    private readonly Launch[] one, many;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public ResidentImprovisation(Accelerator accelerator)
    {
        this.accelerator = accelerator;

        // By level.
        one = [Load(ResidentSolo.Kernel), Load(ResidentSolo.MiddleKernel), Load(ResidentSolo.WideKernel)];
        many = [Load(ResidentSolos.Kernel), Load(ResidentSolos.MiddleKernel), Load(ResidentSolos.WideKernel)];
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes; the gates' scratch is left alone.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        var form = ResidentForm.Of(shape, accelerator);
        var groups = (shape.Solos - 1) / form.Solos + 1;
        var others = new SharedMemoryConfig(form.Share.OthersLength, sizeof(float));
        (form.Tiles == 0 ? one : many)[form.Level](
            new KernelConfig(groups, form.Width, others), buffers.WithoutChords, shape, rule, SpecializedValue.New(form));
    }

    private Launch Load(Kernel kernel) =>
        accelerator.LoadStreamKernel<ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<ResidentForm>>(kernel);
}
