// Whole solos in one launch, for small models through CUDA: Improvisation's formula, with all weights of a note in the registers of a group
// and everything else in its shared memory. ResidentSolo and ResidentSolos are the kernels.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Improvises with a small model whose weights stay on the multiprocessors; see <see cref="ResidentForm.Suits"/>.</summary>
internal sealed class ResidentImprovisation
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<ResidentForm>> one, many;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public ResidentImprovisation(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        one = accelerator.LoadStreamKernel<ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<ResidentForm>>(ResidentSolo.Kernel);
        many = accelerator.LoadStreamKernel<ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<ResidentForm>>(ResidentSolos.Kernel);
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes; the gates' scratch is left alone.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        var form = ResidentForm.Of(shape, accelerator);
        var groups = (shape.Solos - 1) / form.Solos + 1;
        (form.Tiles == 0 ? one : many)((groups, form.Width), buffers.WithoutChords, shape, rule, SpecializedValue.New(form));
    }
}
