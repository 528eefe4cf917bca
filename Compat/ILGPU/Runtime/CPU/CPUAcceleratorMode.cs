namespace ILGPU.Runtime.CPU;

/// <summary>How the work-items of a launch are spread over the cores.</summary>
public enum CPUAcceleratorMode
{
    /// <summary>Over all cores; on one thread when a debugger is attached.</summary>
    Auto,

    /// <summary>On one thread, one after the other. Work-items that meet at barriers still have a thread each.</summary>
    Sequential,

    /// <summary>Over all cores.</summary>
    Parallel,
}
