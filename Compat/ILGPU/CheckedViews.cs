using ILGPU.Runtime;

namespace ILGPU;

/// <summary>Whether views check their indices: the AppContext switch <c>ILGPU.CheckedViews</c>, read once.</summary>
internal static class CheckedViews
{
    // A static readonly field is a constant to optimised code: where it is false, the checks leave no instruction.
    internal static readonly bool Enabled = AppContext.TryGetSwitch("ILGPU.CheckedViews", out bool enabled) && enabled;

    // Set by the first accelerator whose memory the host can't reach: until then views need not look whose memory they are of.
    internal static volatile bool HasDeviceMemory;

    // All ones is a NaN, and −1: memory that is read before it is written shows.
    internal const byte Unwritten = 0xFF;
}

/// <summary>What an error says about a view that a kernel got.</summary>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Name">The parameter's name, with the path of fields in a parameter that is a struct.</param>
/// <param name="Buffer">The buffer, if it has one.</param>
internal sealed record ViewOrigin(string Kernel, string Name, MemoryBuffer? Buffer);
