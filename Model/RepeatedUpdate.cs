using GpuJazz.Launching;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Launches that are the same each time: from the second time on they are recorded, and go to the driver as one.</summary>
/// <remarks>The first time they are made one by one, as kernels are compiled then and take what memory they need.</remarks>
/// <param name="stream">The stream that they are launched on.</param>
/// <param name="launches">The launches.</param>
internal sealed class RepeatedUpdate(AcceleratorStream stream, Action launches) : IDisposable
{
    private RecordedLaunches? recorded;
    private bool isCompiled;

    /// <summary>Queues them.</summary>
    public void Launch()
    {
        if (!isCompiled)
        {
            launches();
            isCompiled = true;
            return;
        }

        recorded ??= stream.Record(launches);
        recorded.Launch();
    }

    /// <summary>Gives back what was recorded.</summary>
    public void Dispose() => recorded?.Dispose();
}
