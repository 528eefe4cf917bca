namespace ILGPU.Compiler;

/// <summary>
/// Makes choices between values of branches whose arms are small and can't fail, and one branch of two that go to the same place: lanes and
/// work-items then stay together. Nothing that loads, divides integers or takes long is moved out of its branch.
/// </summary>
internal sealed class IfConversion
{
    private const int MostOperations = 8;

    private readonly Emitter _emitter = new(new());

    /// <summary>Converts, inner branches first, until nothing is left to convert; blocks that follow each other then join.</summary>
    public static void Run(Function function)
    {
        var conversion = new IfConversion();
        while (conversion.ConvertAll(function)) Cleanup.Run(function);
    }

    /// <summary>Whether an instruction may be done where its result is not wanted.</summary>
    public static bool MayBeDoneAlways(Instruction instruction) => instruction.IsPure && instruction.Operation switch
    {
        Operation.Divide => instruction.Type.IsFloat,
        Operation.Remainder => false,
        Operation.Call => MathFunctions.IsCheap(instruction.Function!),
        _ => true,
    };

    private bool ConvertAll(Function function)
    {
        bool changed = false;
        foreach (var block in Enumerable.Reverse(function.Blocks))
        {
            if (block.Successors.Count != 2) continue;
            changed |= TryArms(block) || TryChain(block, block.Successors[0]) || TryChain(block, block.Successors[1]);
        }

        return changed;
    }

    // One arm or two, after which all goes on at the same place.
    private bool TryArms(Block block)
    {
        var (first, second) = (block.Successors[0], block.Successors[1]);
        bool firstIsArm = IsArm(block, first);
        bool secondIsArm = IsArm(block, second);
        var target = firstIsArm && (first.Successors[0] == second || (secondIsArm && first.Successors[0] == second.Successors[0]))
            ? first.Successors[0]
            : secondIsArm && second.Successors[0] == first ? first : null;
        if (target is null) return false;
        Block[] arms = [.. new[] { first, second }.Where(arm => arm != target)];
        if (arms.Sum(arm => arm.Instructions.Count) + target.Phis.Count > MostOperations || target.Phis.Exists(phi => phi.Type.IsPointer)) return false;

        foreach (var arm in arms) Take(block, arm);
        int fromFirst = target.Predecessors.IndexOf(first == target ? block : first);
        int fromSecond = target.Predecessors.IndexOf(second == target ? block : second);
        var condition = block.Condition!;
        foreach (var phi in target.Phis) phi.Operands[fromFirst] = _emitter.Select(condition, phi.Operands[fromFirst], phi.Operands[fromSecond]);
        target.Predecessors[fromFirst] = block;
        BlockRules.RemovePredecessor(target, fromSecond);
        foreach (var arm in arms) Forget(arm);
        block.Successors.Clear();
        block.Successors.Add(target);
        block.Condition = null;
        return true;
    }

    // What is asked next goes to the other way, too: both questions are one.
    private bool TryChain(Block block, Block next)
    {
        var other = block.Successors[block.Successors[0] == next ? 1 : 0];
        bool isChain = next.Predecessors.Count == 1 && next.Phis.Count == 0 && next.Successors.Count == 2
            && next.Successors.Contains(other) && next.Instructions.TrueForAll(MayBeDoneAlways);
        if (!isChain || next.Instructions.Count + other.Phis.Count > MostOperations || other.Phis.Exists(phi => phi.Type.IsPointer)) return false;

        var last = next.Successors[next.Successors[0] == other ? 1 : 0];
        Take(block, next);
        bool goesOnIfTrue = block.Successors[0] == next;
        var condition = block.Condition!;
        int fromBlock = other.Predecessors.IndexOf(block);
        int fromNext = other.Predecessors.IndexOf(next);
        foreach (var phi in other.Phis)
        {
            var (here, there) = (phi.Operands[fromBlock], phi.Operands[fromNext]);
            phi.Operands[fromBlock] = goesOnIfTrue ? _emitter.Select(condition, there, here) : _emitter.Select(condition, here, there);
        }

        BlockRules.RemovePredecessor(other, fromNext);
        last.Predecessors[last.Predecessors.IndexOf(next)] = block;

        // To the other way: where the first answer says so, or the second.
        bool whenTrue = !goesOnIfTrue;
        var second = next.Condition!;
        bool secondIsTrue = next.Successors[0] == other;
        if (whenTrue)
            block.Condition = _emitter.Arithmetic(Operation.Or, IrType.Bool, condition, secondIsTrue ? second : _emitter.Not(second));
        else
            block.Condition = _emitter.Arithmetic(Operation.And, IrType.Bool, condition, secondIsTrue ? _emitter.Not(second) : second);
        block.Successors.Clear();
        block.Successors.AddRange(whenTrue ? [other, last] : [last, other]);
        Forget(next);
        return true;
    }

    private static bool IsArm(Block block, Block arm) => arm.Predecessors.Count == 1 && arm.Phis.Count == 0 && arm != block
        && arm.Successors.Count == 1 && arm.Successors[0] != arm && arm.Instructions.TrueForAll(MayBeDoneAlways);

    private void Take(Block block, Block arm)
    {
        foreach (var instruction in arm.Instructions) instruction.Block = block;
        block.Instructions.AddRange(arm.Instructions);
        _emitter.Block = block;
    }

    private static void Forget(Block block)
    {
        block.Instructions.Clear();
        block.Predecessors.Clear();
        block.Successors.Clear();
        block.Condition = null;
    }
}
