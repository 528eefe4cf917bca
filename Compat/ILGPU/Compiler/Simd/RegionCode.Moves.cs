using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <content>New values of variables, all at once.</content>
internal sealed partial class RegionCode
{
    private void Moves(MovesNode moves, GoNode? go)
    {
        // Lanes that are not active now may have their values already.
        bool blends = go is not null && _mask != (TargetOf(go) is { } target ? target.Entry : _chunkMask);
        int from = moves.To.Predecessors.IndexOf(moves.From);
        var open = new List<(Phi Phi, Value Value)>();
        foreach (var phi in moves.To.Phis)
        {
            // At the group's own level, what it has once it sets itself.
            bool isOfGroup = _plan.Levels.IsOfGroup(moves) && _plan.Shapes.Of(phi) == Shape.Uniform;
            if ((phi.Operands[from] != phi || IsLate(phi)) && !isOfGroup) open.Add((phi, phi.Operands[from]));
        }

        bool IsLate(Phi phi) => go is { IsBack: true } && TargetOf(go) is { Arrived: not null } && !IsLanes(phi);
        var late = new List<Action>();
        while (open.Count > 0)
        {
            int free = open.FindIndex(each => !open.Exists(other => other.Phi != each.Phi && Reads(other.Value, each.Phi)));
            var (phi, value) = open[Math.Max(free, 0)];
            open.RemoveAt(Math.Max(free, 0));
            if (IsLate(phi))
            {
                Push(value);
                Il.Emit(OpCodes.Stloc, NextOf(phi, TargetOf(go!)!));
            }
            else if (free >= 0)
            {
                Assign(phi, value, blends);
            }
            else
            {
                late.Add(Aside(phi, value, blends));
            }
        }

        foreach (var assign in late) assign();
    }

    // What a loop's variable becomes when the round ends, one for all ways round.
    private LocalBuilder NextOf(Phi phi, Target loop)
    {
        if (loop.Next.TryGetValue(phi, out var next)) return next;
        next = loop.Next[phi] = Il.DeclareLocal(TypeOf(phi.Type));
        loop.AtRound.Add(() =>
        {
            Il.Emit(OpCodes.Ldloc, next);
            Il.Emit(OpCodes.Stloc, LocalOf(phi));
            SpreadIfUsed(phi);
            Keep(phi);
        });
        return next;
    }

    private bool Reads(Value value, Phi phi) => value == phi
        || (value is Instruction instruction && _plan.Trees.IsInlined(value) && instruction.Operands.Any(each => Reads(each, phi)));

    private void Assign(Phi phi, Value value, bool blends)
    {
        if (IsLanes(phi))
        {
            bool isNew = !_parts.ContainsKey(phi);
            var parts = isNew ? Declare(phi) : _parts[phi];
            for (int u = 0; u < _jam; u++)
            {
                Blended(parts[u], phi.Type, u, blends, () => PushLanes(value, u));
                Il.Emit(OpCodes.Stloc, parts[u]);
            }
        }
        else
        {
            Push(value);
            Il.Emit(OpCodes.Stloc, LocalOf(phi));
            SpreadIfUsed(phi);
        }

        Keep(phi);
    }

    // Computes now, while what it reads is still there, and sets later.
    private Action Aside(Phi phi, Value value, bool blends)
    {
        if (!IsLanes(phi))
        {
            var next = Il.DeclareLocal(TypeOf(phi.Type));
            Push(value);
            Il.Emit(OpCodes.Stloc, next);
            return () =>
            {
                Il.Emit(OpCodes.Ldloc, next);
                Il.Emit(OpCodes.Stloc, LocalOf(phi));
                SpreadIfUsed(phi);
                Keep(phi);
            };
        }

        var nexts = new LocalBuilder[_jam];
        for (int u = 0; u < _jam; u++)
        {
            nexts[u] = Il.DeclareLocal(VectorOf(phi.Type));
            PushLanes(value, u);
            Il.Emit(OpCodes.Stloc, nexts[u]);
        }

        return () =>
        {
            var parts = _parts.TryGetValue(phi, out var known) ? known : Declare(phi);
            for (int u = 0; u < _jam; u++)
            {
                Blended(parts[u], phi.Type, u, blends, () => Il.Emit(OpCodes.Ldloc, nexts[u]));
                Il.Emit(OpCodes.Stloc, parts[u]);
            }

            Keep(phi);
        };
    }

    private void Blended(LocalBuilder part, IrType type, int u, bool blends, Action push)
    {
        if (!blends || _mask is null)
        {
            push();
            return;
        }

        PushMask(u, ElementOf(type));
        push();
        Il.Emit(OpCodes.Ldloc, part);
        Vector("ConditionalSelect", ElementOf(type));
    }

    private LocalBuilder LocalOf(Phi phi)
    {
        if (!_scalars.TryGetValue(phi, out var local)) local = _scalars[phi] = Il.DeclareLocal(TypeOf(phi.Type));
        return local;
    }

    private void SpreadIfUsed(Phi phi)
    {
        if (_machine is not null && _plan.Trees.IsLaneUsed(phi) && _plan.Shapes.Of(phi).IsSame && !phi.Type.IsPointer && phi.Type.Bits <= 32) Spread(phi);
    }
}
