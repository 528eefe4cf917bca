namespace ILGPU.Compiler.Simd;

/// <summary>Refuses kernels whose work-items do not all come to a barrier: on a GPU they would wait for ever.</summary>
internal static class BarrierCheck
{
    /// <summary>Looks at all barriers, and ends blocks at them.</summary>
    /// <exception cref="KernelCompilationException">A barrier stands under a branch that depends on the work-item's place.</exception>
    public static void Run(Function function)
    {
        if (!function.UsesBarriers) return;
        Meetings.Split(function);
        var flow = new ControlFlow(function);
        var nodes = Structurer.Build(function, flow);
        var paths = new Paths(nodes);
        var levels = new Levels(nodes, paths, meets: true);
        var shapes = new Shapes(function, flow, paths, levels, new(function), new HashSet<Value>());
        try
        {
            Planner.Plan(function.Name, nodes, levels, shapes, paths, meets: true);
        }
        catch (KernelCompilationException unsure) when (!unsure.IsDefect)
        {
            // What is read from memory may be the same for all: the kernel's author knows.
        }
    }
}
