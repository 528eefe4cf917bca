using GpuJazz.Tests.ILGPU;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Kernels;

/// <summary>The accelerators of this machine, opened once: every test of the grid runs on each.</summary>
internal static class TestDevices
{
    private static readonly Context Context = TestContexts.All();
    private static readonly Dictionary<string, Accelerator> Opened = [];

    /// <summary>Their names, to be used in test data.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Context.Devices.Select(TestContexts.NameOf).Distinct()];

    /// <summary>Opens one, or returns it when it is open.</summary>
    public static Accelerator Open(string name)
    {
        lock (Opened)
        {
            if (!Opened.TryGetValue(name, out var accelerator))
                Opened[name] = accelerator = Context.Devices.First(device => TestContexts.NameOf(device) == name).CreateAccelerator(Context);
            return accelerator;
        }
    }
}
