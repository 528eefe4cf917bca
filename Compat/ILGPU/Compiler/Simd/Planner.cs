namespace ILGPU.Compiler.Simd;

/// <summary>Makes of a structured kernel the steps of a group, and of what lies between its meetings regions.</summary>
internal sealed class Planner
{
    private readonly string _kernel;
    private readonly Levels _levels;
    private readonly Shapes _shapes;
    private readonly Paths _paths;
    private readonly HashSet<Value> _known = [];
    private readonly bool _meets;
    private RegionStep? _open;
    private List<GroupStep> _steps = [];
    private int _regions;

    private Planner(string kernel, Levels levels, Shapes shapes, Paths paths, bool meets)
    {
        (_kernel, _levels, _shapes, _paths, _meets) = (kernel, levels, shapes, paths, meets);
    }

    /// <summary>Makes the plan.</summary>
    /// <exception cref="KernelCompilationException">A barrier stands where not all work-items of a group may come.</exception>
    public static List<GroupStep> Plan(
        string kernel, List<Node> nodes, Levels levels, Shapes shapes, Paths paths, bool meets) =>
        new Planner(kernel, levels, shapes, paths, meets).List(nodes);

    private List<GroupStep> List(List<Node> nodes)
    {
        var outer = _steps;
        var steps = _steps = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            bool isFirstCode = i == 0 && nodes[i] is CodeNode;
            if (_meets ? !_levels.IsOfGroup(nodes[i]) : !isFirstCode) Open.Items.Add(new(null, nodes[i]));
            else Node(nodes[i]);
        }

        Close();
        _steps = outer;
        return steps;
    }

    private RegionStep Open => _open ??= new(_regions++);

    private void Close()
    {
        if (_open is not null) _steps.Add(_open);
        _open = null;
    }

    private void Node(Node node)
    {
        switch (node)
        {
            case CodeNode code:
                foreach (var instruction in code.Block.Instructions) Take(instruction);
                break;
            case MovesNode moves:
                if (moves.To.Phis.Exists(phi => _shapes.Of(phi) != Shape.Uniform)) Open.Items.Add(new(null, moves));
                Close();
                if (moves.To.Phis.Exists(phi => _shapes.Of(phi) == Shape.Uniform)) _steps.Add(new MovesStep(moves));
                break;
            case IfNode branch:
                Close();
                if (_shapes.Of(branch.Block.Condition!) != Shape.Uniform) throw Refused(branch.Block.Condition!);
                _steps.Add(new BranchStep(branch, List(branch.WhenTrue), List(branch.WhenFalse)));
                break;
            case LoopNode loop:
                Close();
                _steps.Add(new LoopStep(loop, List(loop.Body)));
                break;
            case ScopeNode scope:
                Close();
                _steps.Add(new ScopeStep(scope, List(scope.Inner)));
                break;
            case GoNode go:
                Close();
                if (go.Way != Way.Next) _steps.Add(new GoStep(go));
                break;
        }
    }

    private void Take(Instruction instruction)
    {
        if (instruction.Operation == Operation.Barrier)
        {
            Close();
            return;
        }

        bool isOnce = _shapes.Of(instruction) == Shape.Uniform && !instruction.HasEffect
            && (instruction.IsPure || _open is null) && Array.TrueForAll(instruction.Operands, IsKnown);
        if (!isOnce)
        {
            Open.Items.Add(new(instruction, null));
            return;
        }

        _known.Add(instruction);
        _steps.Add(new ScalarStep(instruction));
    }

    // What an open region computes is not yet there.
    private bool IsKnown(Value value) => value is Constant or ParameterValue or Allocation || _known.Contains(value)
        || (_open is null && _shapes.Of(value) == Shape.Uniform)
        || (value is Phi phi && _shapes.Of(phi) == Shape.Uniform && IsSetByGroup(phi));

    private bool IsSetByGroup(Phi phi) => _paths.Moves.Where(moves => moves.To == phi.Block).All(_levels.IsOfGroup);

    private KernelCompilationException Refused(Value condition) => new(
        $"Kernel {_kernel} can't be compiled: a barrier stands where not all work-items of a group come, since a branch before or around it "
        + "depends on the work-item. Put the barrier outside, and the branch around the work.")
    {
        IsDefect = IsOfPlace(condition),
    };

    // Whether it differs among work-items because their places do: what comes from memory may yet be the same for all.
    private bool IsOfPlace(Value value) => _shapes.Of(value) == Shape.Uniform
        || (value is Instruction { IsPure: true } instruction && Array.TrueForAll(instruction.Operands, IsOfPlace));
}
