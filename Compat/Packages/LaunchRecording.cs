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

    /// <summary>The package has no cooperative launch.</summary>
    public static bool RunsAllGroupsAtOnce(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return false;
    }
}
