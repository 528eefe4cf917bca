using System.Reflection.Emit;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Simd;

/// <summary>Compiles kernels to vector code for the CPU, by way of the JIT.</summary>
internal static class SimdCompiler
{
    /// <summary>Compiles a kernel for groups of one shape.</summary>
    /// <param name="source">The kernel.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters.</param>
    /// <param name="geometry">The shape of its groups.</param>
    /// <param name="machine">The vectors to use; null runs work-items one by one.</param>
    /// <param name="options">What the code may do otherwise.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static SimdProgram Compile(
        KernelSource source, IReadOnlyList<object> specializedValues, GroupGeometry geometry, LaneMachine? machine, KernelOptions options)
    {
        var function = KernelTranslator.Translate(source, specializedValues, forLanes: true);
        SetDimensions(function, geometry);
        KernelCompiler.Improve(function, options);
        LoopClosedForm.Run(function);
        Meetings.Split(function);
        var plan = Planned(function, geometry, machine, out string? refusal);
        return Emit(plan, refusal);
    }

    private static void SetDimensions(Function function, GroupGeometry geometry)
    {
        if (geometry.IsImplicit) return;
        foreach (var block in function.Blocks)
        {
            foreach (var index in block.Instructions.Where(each => each.Operation == Operation.Index).ToArray())
            {
                int size = index.Dimension switch { 0 => geometry.X, 1 => geometry.Y, _ => geometry.Z };
                if (index.Function == "GroupDimension") index.ReplaceBy(Constant.Of(size));
                else if (index.Function == "GroupIndex" && size == 1) index.ReplaceBy(Constant.Of(0));
            }
        }
    }

    private static Plan Planned(Function function, GroupGeometry geometry, LaneMachine? machine, out string? refusal)
    {
        var flow = new ControlFlow(function);
        var nodes = Structurer.Build(function, flow);
        var paths = new Paths(nodes);
        bool meets = function.UsesBarriers;
        var levels = new Levels(nodes, paths, meets);
        var spaces = new Spaces(function);
        var forced = new HashSet<Value>();
        while (true)
        {
            var shapes = new Shapes(function, flow, paths, levels, spaces, forced);
            var steps = Planner.Plan(function.Name, nodes, levels, shapes, paths, meets);
            var residence = new Residence(steps, shapes, levels);
            var narrow = residence.TooNarrow.ToList();
            if (narrow.Count > 0)
            {
                forced.UnionWith(narrow);
                continue;
            }

            var rules = machine is null ? null : new LaneRules(shapes, spaces);
            refusal = rules?.Refusal(function);
            if (refusal is not null) (machine, rules) = (null, null);
            var frame = new Frame(function, geometry, residence.Kept, shapes, machine?.Lanes ?? 1);
            var trees = new Trees(function, shapes, residence, rules, residence.Repeated);
            return new(function, flow, paths, levels, shapes, spaces, steps, residence, frame, geometry, machine, rules, trees);
        }
    }

    private static SimdProgram Emit(Plan plan, string? refusal)
    {
        var regions = new Dictionary<int, DynamicMethod>();
        var jams = new Dictionary<int, int>();
        foreach (var region in Regions(plan.Steps))
        {
            var method = Method($"{plan.Function.Name}.{region.Number}");
            var code = new RegionCode(method.GetILGenerator(), region, plan);
            code.Emit();
            regions[region.Number] = method;
            jams[region.Number] = code.Jam;
        }

        var group = Method(plan.Function.Name);
        new GroupCode(group.GetILGenerator(), plan, regions).Emit();
        return new(
            group.CreateDelegate<GroupBody>(),
            plan.Function.Parameters.ConvertAll(each => each.Flat),
            plan.Frame.DynamicShared,
            plan.Machine?.Lanes ?? 1,
            (plan.Machine?.Lanes ?? 1) * jams.Values.DefaultIfEmpty(1).Max(),
            () => Listing.Of(plan, jams, refusal));
    }

    // Hosted anonymously: in an assembly that was built for debugging the JIT would not optimise it.
    private static unsafe DynamicMethod Method(string name) => new(name, null, [typeof(byte*)], restrictedSkipVisibility: true) { InitLocals = false };

    private static IEnumerable<RegionStep> Regions(IReadOnlyList<GroupStep> steps) => steps.SelectMany(step => step switch
    {
        RegionStep region => [region],
        BranchStep branch => Regions([.. branch.WhenTrue, .. branch.WhenFalse]),
        LoopStep loop => Regions(loop.Body),
        ScopeStep scope => Regions(scope.Inner),
        _ => (IEnumerable<RegionStep>)[],
    });
}
