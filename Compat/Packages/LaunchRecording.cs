using ILGPU.Runtime;

namespace GpuJazz.Launching;

/// <summary>What Compat's ILGPU has beyond the package, as the package can do it: launches are asked for again each time.</summary>
public static class LaunchRecording
{
    /// <summary>Launches to be asked for again and again.</summary>
    /// <param name="stream">The stream on which they are launched.</param>
    /// <param name="launches">Launches, settings and copies on the device, the same whenever it is called.</param>
    /// <returns>The launches; none of them has run yet.</returns>
    public static RecordedLaunches Record(this AcceleratorStream stream, Action launches)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(launches);
        return new RepeatedLaunches(launches);
    }

    /// <summary>Launches that need only what was launched before. Where they are recorded, what follows runs at the same time, up to <see cref="Join"/>.</summary>
    /// <param name="stream">The stream on which they are launched.</param>
    /// <param name="launches">Launches that write nothing that is read or written by what follows.</param>
    public static void Beside(this AcceleratorStream stream, Action launches)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(launches);
        launches();
    }

    /// <summary>What follows needs what was launched beside.</summary>
    /// <param name="stream">The stream.</param>
    public static void Join(this AcceleratorStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
    }

    /// <summary>The package has no cooperative launch.</summary>
    public static bool RunsAllGroupsAtOnce(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return false;
    }
}
