using System.Runtime.InteropServices;

namespace GpuJazz.Host.Training;

/// <summary>Notices Ctrl-C and a request to terminate, so that a run can save and end; a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private volatile bool isRequested;

    /// <summary>Listens from now on.</summary>
    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Notice);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Notice);
    }

    /// <summary>Whether the run is to end.</summary>
    public bool IsRequested => isRequested;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    private void Notice(PosixSignalContext context)
    {
        context.Cancel = !isRequested;
        isRequested = true;
    }
}
