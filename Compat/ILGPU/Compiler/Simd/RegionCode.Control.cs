using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <content>
/// Branches, loops and ways on, under masks. Code is only reached while at least one lane is active. A way is a jump where no lanes part
/// or wait between it and its target; else those that leave fall out at the nearest place where others may wait, and wait at their target.
/// </content>
internal sealed partial class RegionCode
{
    private readonly Dictionary<Node, Target> _targets = [];
    private readonly Stack<Label> _armEnds = [];
    private LocalBuilder[]? _mask;
    private LocalBuilder[]? _chunkMask;

    private bool Parts(Node node) => _machine is not null && _plan.Shapes.Parts(node);

    private bool IsParted(GoNode go) => _machine is not null && _plan.Shapes.IsParted(go);

    private void List(List<Node> nodes)
    {
        var end = Il.DefineLabel();
        for (int i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case CodeNode code:
                    foreach (var instruction in code.Block.Instructions) Define(instruction);
                    break;
                case MovesNode moves: Moves(moves, i + 1 < nodes.Count ? nodes[i + 1] as GoNode : null); break;
                case IfNode branch: If(branch); break;
                case LoopNode loop: Loop(loop); break;
                case ScopeNode scope: Scope(scope, end); break;
                case GoNode go: Go(go); break;
            }
        }

        Il.MarkLabel(end);
    }

    private void If(IfNode node)
    {
        var condition = node.Block.Condition!;
        if (!Parts(node))
        {
            var otherwise = Il.DefineLabel();
            var end = Il.DefineLabel();
            var mask = _mask;
            Push(condition);
            Il.Emit(OpCodes.Brfalse, otherwise);
            List(node.WhenTrue);
            Il.Emit(OpCodes.Br, end);
            Il.MarkLabel(otherwise);
            _mask = mask;
            List(node.WhenFalse);
            Il.MarkLabel(end);
            return;
        }

        var outer = _mask;
        var truths = Masks(u => PushLanes(condition, u));
        bool hasFalse = !IsIdle(node.WhenFalse);
        LocalBuilder[]? whenFalse = null;
        if (hasFalse)
        {
            whenFalse = Masks(u =>
            {
                if (outer is null)
                {
                    Il.Emit(OpCodes.Ldloc, truths[u]);
                    Vector("OnesComplement", I);
                    return;
                }

                Il.Emit(OpCodes.Ldloc, outer[u]);
                Il.Emit(OpCodes.Ldloc, truths[u]);
                Vector("AndNot", I);
            });
        }

        if (!IsIdle(node.WhenTrue))
        {
            var whenTrue = outer is null ? truths : Masks(u =>
            {
                Il.Emit(OpCodes.Ldloc, outer[u]);
                Il.Emit(OpCodes.Ldloc, truths[u]);
                Vector("BitwiseAnd", I);
            });
            Arm(node.WhenTrue, whenTrue);
        }

        if (hasFalse) Arm(node.WhenFalse, whenFalse!);
        _mask = outer;
    }

    // Nothing to do but to go where lanes need not be known.
    private bool IsIdle(List<Node> nodes) => nodes is [GoNode go] && IsParted(go) && TargetOf(go)?.Arrived is null;

    private void Arm(List<Node> nodes, LocalBuilder[] mask)
    {
        var end = Il.DefineLabel();
        _mask = mask;
        PushAny(mask);
        Il.Emit(OpCodes.Brfalse, end);
        _armEnds.Push(end);
        List(nodes);
        _armEnds.Pop();
        Il.MarkLabel(end);
    }

    private void Loop(LoopNode loop)
    {
        var header = Il.DefineLabel();
        var round = Il.DefineLabel();
        if (!Parts(loop))
        {
            _targets[loop] = new(round, null, _mask);
            Il.MarkLabel(header);
            var mask = _mask;
            List(loop.Body);
            Il.MarkLabel(round);
            _mask = mask;
            Il.Emit(OpCodes.Br, header);
            return;
        }

        var inside = Masks(u => PushMask(u, I));
        var arrived = Masks(_ => PushNoLanes());
        _targets[loop] = new(round, arrived, inside);
        Il.MarkLabel(header);
        for (int u = 0; u < _jam; u++)
        {
            PushNoLanes();
            Il.Emit(OpCodes.Stloc, arrived[u]);
        }

        _mask = inside;
        _armEnds.Push(round);
        List(loop.Body);
        _armEnds.Pop();
        Il.MarkLabel(round);
        for (int u = 0; u < _jam; u++)
        {
            Il.Emit(OpCodes.Ldloc, arrived[u]);
            Il.Emit(OpCodes.Stloc, inside[u]);
        }

        foreach (var assign in _targets[loop].AtRound) assign();
        PushAny(inside);
        Il.Emit(OpCodes.Brtrue, header);
    }

    private void Scope(ScopeNode scope, Label listEnd)
    {
        var before = _mask;
        bool leaks = _machine is not null && _plan.Paths.Ways.Any(go => Leaks(go, scope));
        var arrived = leaks ? Masks(_ => PushNoLanes()) : null;
        var target = new Target(Il.DefineLabel(), arrived, before);
        _targets[scope] = target;
        if (leaks) _armEnds.Push(target.Label);
        List(scope.Inner);
        if (leaks) _armEnds.Pop();
        Il.MarkLabel(target.Label);
        _mask = leaks ? arrived : before;
        if (!leaks) return;
        PushAny(arrived!);
        Il.Emit(OpCodes.Brfalse, listEnd);
    }

    // Some lanes leave beyond the scope while others come to its end.
    private bool Leaks(GoNode go, ScopeNode scope)
    {
        var around = _plan.Paths.Around(go);
        int at = Array.IndexOf(around, scope);
        return at >= 0 && _plan.Shapes.LeaksOver(go, at);
    }

    private Target? TargetOf(GoNode go)
    {
        int at = _plan.Paths.Target(go);
        return at >= 0 && _targets.TryGetValue(_plan.Paths.Around(go)[at], out var target) ? target : null;
    }

    private void Go(GoNode go)
    {
        var target = TargetOf(go);
        if (target?.Arrived is { } arrived)
        {
            for (int u = 0; u < _jam; u++)
            {
                Il.Emit(OpCodes.Ldloc, arrived[u]);
                PushMask(u, I);
                Vector("BitwiseOr", I);
                Il.Emit(OpCodes.Stloc, arrived[u]);
            }
        }

        if (IsParted(go)) Il.Emit(OpCodes.Br, _armEnds.Peek());
        else Il.Emit(OpCodes.Br, target?.Label ?? _chunkEnd);
    }

    // Whether all lanes of a vector are active, which is known of all but the last of a row.
    private bool IsWhole(int u) => _mask is null || (_mask == _chunkMask && u < _jam - 1);

    // The last lanes of a row: those in front of its end.
    private LocalBuilder[] TailMask() => Masks(u =>
    {
        Il.Emit(OpCodes.Ldc_I4, u * Lanes);
        Il.Emit(OpCodes.Ldc_I4_1);
        Vector("CreateSequence", I);
        Il.Emit(OpCodes.Ldloc, _end);
        Il.Emit(OpCodes.Ldloc, _x);
        Il.Emit(OpCodes.Sub);
        Vector("Create", I);
        Vector("LessThan", I);
    });

    private LocalBuilder[] Masks(Action<int> push)
    {
        var masks = new LocalBuilder[_jam];
        for (int u = 0; u < _jam; u++)
        {
            push(u);
            Il.Emit(OpCodes.Stloc, masks[u] = Il.DeclareLocal(_machine!.Vector(I)));
        }

        return masks;
    }

    private void PushNoLanes() => Il.Emit(OpCodes.Call, _machine!.Vector(I).GetProperty("Zero")!.GetMethod!);

    private void PushMask(int u, Type element)
    {
        if (_mask is null) Il.Emit(OpCodes.Call, _machine!.Vector(I).GetProperty("AllBitsSet")!.GetMethod!);
        else Il.Emit(OpCodes.Ldloc, _mask[u]);
        if (element == F) Vector("AsSingle", I);
    }

    // Whether any lane is active.
    private void PushAny(LocalBuilder[] mask)
    {
        for (int u = 0; u < _jam; u++)
        {
            Il.Emit(OpCodes.Ldloc, mask[u]);
            if (u > 0) Vector("BitwiseOr", I);
        }

        Vector("ExtractMostSignificantBits", I);
        if (_machine!.Bits == 512) Il.Emit(OpCodes.Conv_U4);
    }

    /// <summary>Where ways lead.</summary>
    /// <param name="Label">The place in the code.</param>
    /// <param name="Arrived">The lanes that have come there, where that is not all that set out.</param>
    /// <param name="Entry">The lanes that set out.</param>
    private sealed record Target(Label Label, LocalBuilder[]? Arrived, LocalBuilder[]? Entry)
    {
        /// <summary>What a loop sets at the end of a round: lanes that leave it may still read what was before.</summary>
        public List<Action> AtRound { get; } = [];

        /// <summary>What a loop's variables become at the end of a round, whichever way round was taken.</summary>
        public Dictionary<Phi, LocalBuilder> Next { get; } = [];
    }
}
