using System.Globalization;

namespace ILGPU.Compiler.Simd;

/// <summary>Writes a plan as text: what the group does, what lanes do, and how each value differs among them.</summary>
internal sealed class Listing
{
    private readonly Plan _plan;
    private readonly CodeWriter _writer = new();
    private readonly NameTable _names = new();
    private readonly Dictionary<int, int> _jams;

    private Listing(Plan plan, Dictionary<int, int> jams) => (_plan, _jams) = (plan, jams);

    /// <summary>Writes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="jams">How many vectors each region runs together.</param>
    /// <param name="refusal">Why it is not vectorised; null where it is.</param>
    public static string Of(Plan plan, Dictionary<int, int> jams, string? refusal) => new Listing(plan, jams).Whole(refusal);

    private string Whole(string? refusal)
    {
        var geometry = _plan.Geometry;
        _writer.Line($"// {_plan.Function.Name}");
        _writer.Line(_plan.Machine is { } machine
            ? $"// vectorised: {machine.Lanes} lanes of 32 bits"
            : $"// not vectorised, work-item by work-item: {refusal ?? "vectors are switched off"}");
        _writer.Line(geometry.IsImplicit ? "// work-items of an extent, X along lanes" : $"// groups of ({geometry.X}, {geometry.Y}, {geometry.Z}) work-items");
        foreach (var parameter in _plan.Function.Parameters)
            _writer.Line($"parameter {Name(parameter)}: {Type(parameter.Type)}");
        foreach (var memory in _plan.Function.Allocations)
            _writer.Line($"{memory.Space.ToString().ToLowerInvariant()} {Name(memory)}: {Type(memory.Type with { IsPointer = false })}[{memory.Count}]");
        Steps(_plan.Steps);
        return _writer.ToString();
    }

    private void Steps(IReadOnlyList<GroupStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ScalarStep scalar: Instruction(scalar.Instruction); break;
                case RegionStep region:
                    string jam = _plan.Machine is null ? string.Empty : $": {_jams.GetValueOrDefault(region.Number, 1)} vectors together";
                    Braced($"lanes {region.Number}{jam}", () => Region(region));
                    break;
                case MovesStep moves: Moves(moves.Moves, uniform: true); break;
                case BranchStep branch:
                    Braced($"group if {Name(branch.Node.Block.Condition!)}", () => Steps(branch.WhenTrue));
                    Braced("else", () => Steps(branch.WhenFalse));
                    break;
                case LoopStep loop: Braced("group loop", () => Steps(loop.Body)); break;
                case ScopeStep scope: Braced($"group scope {Name(scope.Node.Target)}", () => Steps(scope.Inner)); break;
                case GoStep go: Go(go.Node); break;
            }
        }
    }

    private void Region(RegionStep region)
    {
        foreach (var instruction in _plan.Residence.AgainIn(region.Number)) Instruction(instruction);
        foreach (var item in region.Items)
        {
            if (item.Instruction is { } instruction) Instruction(instruction);
            else Nodes([item.Node!]);
        }
    }

    private void Nodes(List<Node> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case CodeNode code:
                    foreach (var instruction in code.Block.Instructions) Instruction(instruction);
                    break;
                case MovesNode moves: Moves(moves, uniform: !_plan.Levels.IsOfGroup(moves)); break;
                case IfNode branch:
                    string kind = _plan.Shapes.Parts(branch) ? "masked " : string.Empty;
                    Braced($"{kind}if {Name(branch.Block.Condition!)}", () => Nodes(branch.WhenTrue));
                    Braced("else", () => Nodes(branch.WhenFalse));
                    break;
                case LoopNode loop: Braced(_plan.Shapes.Parts(loop) ? "masked loop" : "loop", () => Nodes(loop.Body)); break;
                case ScopeNode scope: Braced($"scope {Name(scope.Target)}", () => Nodes(scope.Inner)); break;
                case GoNode go: Go(go); break;
            }
        }
    }

    private void Braced(string head, Action body)
    {
        _writer.Line(head);
        _writer.Open();
        body();
        _writer.Close();
    }

    private void Go(GoNode go) => _writer.Line(go.Target is null ? "end" : go.IsBack ? "next round" : $"go {Name(go.Target)}");

    private void Moves(MovesNode moves, bool uniform)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        foreach (var phi in moves.To.Phis.Where(phi => uniform || _plan.Shapes.Of(phi) != Shape.Uniform))
            _writer.Line($"{Name(phi)} <- {Name(phi.Operands[from])} // {_plan.Shapes.Of(phi)}");
    }

    private void Instruction(Instruction instruction)
    {
        string operands = string.Join(", ", instruction.Operands.Select(Name));
        string what = instruction.Function is { } function ? $"{instruction.Operation}.{function}" : instruction.Operation.ToString();
        if (instruction.Operation == Operation.Index) operands = "XYZ"[instruction.Dimension].ToString();
        string text = $"{what}({operands})";
        bool isVoid = instruction.Operation is Operation.Store or Operation.Fence or Operation.Barrier;
        if (isVoid) _writer.Line(text + Note(instruction));
        else _writer.Line($"{Name(instruction)}: {Type(instruction.Type)} = {text} // {_plan.Shapes.Of(instruction)}{Note(instruction)}");
    }

    // How lanes reach memory, and what they do one by one.
    private string Note(Instruction instruction)
    {
        if (_plan.Rules is not { } rules || _plan.Shapes.Of(instruction).IsScalar) return string.Empty;
        if (instruction.Operation is Operation.Load or Operation.Store && rules.IsContiguous(instruction)) return ", vector";
        return rules.IsByLane(instruction) ? ", lane by lane" : instruction.Operation == Operation.Load ? ", gather" : string.Empty;
    }

    private string Name(Block block) => _names.Of(block, "behind");

    private string Name(Value value) => value switch
    {
        Constant { Type.IsFloat: true } constant => constant.Number.ToString(CultureInfo.InvariantCulture),
        Constant constant => constant.Bits.ToString(CultureInfo.InvariantCulture),
        ParameterValue parameter => _names.Of(parameter, parameter.Flat.Name),
        _ => _names.Of(value, value.Name ?? "v"),
    };

    private static string Type(IrType type) => type.Number.ToString().ToLowerInvariant() + (type.IsPointer ? "*" : string.Empty);
}
