namespace ILGPU.Compiler.Simd;

/// <summary>
/// Where values are made and where they are needed: in the group's own code, or in a region. What crosses from one to another is kept in
/// the frame, once a group or once a work-item; cheap arithmetic on indices is done again instead.
/// </summary>
internal sealed class Residence
{
    /// <summary>The place of the group's own code; regions are numbered from 0.</summary>
    public const int Group = -1;

    private readonly Shapes _shapes;
    private readonly Levels _levels;
    private readonly Dictionary<Value, HashSet<int>> _made = [];
    private readonly Dictionary<int, HashSet<Value>> _needed = [];
    private readonly Dictionary<int, List<Instruction>> _again = [];
    private readonly HashSet<Value> _kept = [];

    public Residence(List<GroupStep> steps, Shapes shapes, Levels levels)
    {
        (_shapes, _levels) = (shapes, levels);
        Steps(steps, Makes, (_, _) => { });
        Steps(steps, (_, _) => { }, Needs);
    }

    /// <summary>The values that are kept in the frame.</summary>
    public IReadOnlyCollection<Value> Kept => _kept;

    /// <summary>The values that a place needs and others make.</summary>
    public IReadOnlyCollection<Value> NeededIn(int place) => _needed.GetValueOrDefault(place) ?? (IReadOnlyCollection<Value>)[];

    /// <summary>What a region computes again, in order.</summary>
    public IReadOnlyList<Instruction> AgainIn(int place) => _again.GetValueOrDefault(place) ?? (IReadOnlyList<Instruction>)[];

    /// <summary>What any region computes again.</summary>
    public IEnumerable<Value> Repeated => _again.Values.SelectMany(each => each);

    /// <summary>Kept values that one number a chunk would stand for: they are to be kept a work-item each instead.</summary>
    public IEnumerable<Value> TooNarrow => _kept.Where(value => _shapes.Of(value) is { IsScalar: true } shape && shape != Shape.Uniform);

    private void Steps(List<GroupStep> steps, Action<Value, int> makes, Action<Value, int> needs)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ScalarStep scalar:
                    makes(scalar.Instruction, Group);
                    foreach (var operand in scalar.Instruction.Operands) needs(operand, Group);
                    break;
                case RegionStep region:
                    foreach (var item in region.Items) Item(item, region.Number, makes, needs);
                    break;
                case MovesStep moves:
                    Moves(moves.Moves, Group, makes, needs);
                    break;
                case BranchStep branch:
                    needs(branch.Node.Block.Condition!, Group);
                    Steps(branch.WhenTrue, makes, needs);
                    Steps(branch.WhenFalse, makes, needs);
                    break;
                case LoopStep loop:
                    Steps(loop.Body, makes, needs);
                    break;
                case ScopeStep scope:
                    Steps(scope.Inner, makes, needs);
                    break;
            }
        }
    }

    private void Item(RegionItem item, int place, Action<Value, int> makes, Action<Value, int> needs)
    {
        if (item.Instruction is { } instruction) One(instruction, place, makes, needs);
        else Nodes([item.Node!], place, makes, needs);
    }

    private static void One(Instruction instruction, int place, Action<Value, int> makes, Action<Value, int> needs)
    {
        makes(instruction, place);
        foreach (var operand in instruction.Operands) needs(operand, place);
    }

    private void Nodes(List<Node> nodes, int place, Action<Value, int> makes, Action<Value, int> needs)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case CodeNode code:
                    foreach (var instruction in code.Block.Instructions) One(instruction, place, makes, needs);
                    break;
                case MovesNode moves: Moves(moves, place, makes, needs); break;
                case IfNode branch:
                    needs(branch.Block.Condition!, place);
                    Nodes(branch.WhenTrue, place, makes, needs);
                    Nodes(branch.WhenFalse, place, makes, needs);
                    break;
                case LoopNode loop: Nodes(loop.Body, place, makes, needs); break;
                case ScopeNode scope: Nodes(scope.Inner, place, makes, needs); break;
            }
        }
    }

    private void Moves(MovesNode moves, int place, Action<Value, int> makes, Action<Value, int> needs)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        foreach (var phi in moves.To.Phis)
        {
            // Of moves at the group's level the group makes the values that it has once, a region the others.
            if (_levels.IsOfGroup(moves) && place == Group != (_shapes.Of(phi) == Shape.Uniform)) continue;
            makes(phi, place);
            needs(phi.Operands[from], place);
        }
    }

    private void Makes(Value value, int place)
    {
        if (!_made.TryGetValue(value, out var places)) _made[value] = places = [];
        places.Add(place);
    }

    private void Needs(Value value, int place)
    {
        if (value is Constant or Allocation) return;
        if (value is ParameterValue)
        {
            Need(value, place);
            return;
        }

        if (!_made.TryGetValue(value, out var made)) return;
        if (made.Count == 1 && made.Contains(place)) return;
        if (place != Group && value is Instruction instruction && CanRepeat(instruction))
        {
            Repeat(instruction, place);
            return;
        }

        Need(value, place);
        _kept.Add(value);
    }

    private void Need(Value value, int place)
    {
        if (!_needed.TryGetValue(place, out var needed)) _needed[place] = needed = [];
        needed.Add(value);
    }

    private bool CanRepeat(Instruction instruction) => instruction.IsPure && _shapes.Of(instruction) is { IsScalar: true } shape
        && shape != Shape.Uniform && Array.TrueForAll(instruction.Operands, operand =>
            _shapes.Of(operand) == Shape.Uniform || (operand is Instruction inner && CanRepeat(inner)));

    private void Repeat(Instruction instruction, int place)
    {
        if (!_again.TryGetValue(place, out var again)) _again[place] = again = [];
        if (again.Contains(instruction)) return;
        foreach (var operand in instruction.Operands) Needs(operand, place);
        if (!again.Contains(instruction)) again.Add(instruction);
    }
}
