using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Launching;

/// <summary>What ILGPU itself has not: recorded launches (CUDA graphs), and whether all groups of a launch run at once.</summary>
public static class LaunchRecording
{
    /// <summary>Records launches on a stream. Where the driver can't, they are asked for again each time.</summary>
    /// <param name="stream">The stream on which they are launched; kernels that name none are on the accelerator's default stream.</param>
    /// <param name="launches">
    /// Launches, settings and copies on the device, the same whenever it is called; nothing that waits, no copy to or from the host.
    /// While they are recorded nothing runs.
    /// </param>
    /// <returns>The launches; none of them has run yet.</returns>
    public static RecordedLaunches Record(this AcceleratorStream stream, Action launches)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(launches);
        return stream.Record(launches);
    }

    /// <summary>Launches that need only what was launched before. Where they are recorded, what follows runs at the same time, up to <see cref="Join"/>.</summary>
    /// <param name="stream">The stream on which they are launched.</param>
    /// <param name="launches">Launches that write nothing that is read or written by what follows.</param>
    public static void Beside(this AcceleratorStream stream, Action launches)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(launches);
        stream.Beside(launches);
    }

    /// <summary>What follows needs what was launched beside.</summary>
    /// <param name="stream">The stream.</param>
    public static void Join(this AcceleratorStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Join();
    }

    /// <summary>Whether a kernel with <see cref="CooperativeLaunchAttribute"/> can be launched in more than one group.</summary>
    public static bool RunsAllGroupsAtOnce(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Device is CudaDevice { CanLaunchCooperatively: true };
    }
}
