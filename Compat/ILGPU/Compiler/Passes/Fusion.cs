namespace ILGPU.Compiler;

/// <summary>Makes one operation, rounded once, of a product and the sum or difference that is its only use.</summary>
internal static class Fusion
{
    /// <summary>Fuses all products that it can; of two that are added, the first.</summary>
    public static void Run(Function function)
    {
        var uses = Uses(function);
        bool changed = false;
        foreach (var block in function.Blocks)
        {
            for (int i = 0; i < block.Instructions.Count; i++)
            {
                var sum = block.Instructions[i];
                if (!sum.Type.IsFloat || sum.Operation is not (Operation.Add or Operation.Subtract)) continue;
                int product = Array.FindIndex(sum.Operands, each => IsProduct(each) && uses[each] == 1);
                if (product < 0) continue;
                Fuse(block, i, product);
                changed = true;
            }
        }

        if (changed) Cleanup.Run(function);
    }

    private static bool IsProduct(Value value) => value is Instruction { Operation: Operation.Multiply };

    // a·b + c, c + a·b, a·b − c = a·b + (−c), c − a·b = (−a)·b + c. The new value takes the place of the sum.
    private static void Fuse(Block block, int at, int product)
    {
        var sum = block.Instructions[at];
        var factors = ((Instruction)sum.Operands[product]).Operands;
        var (first, second, third) = (factors[0].Resolved, factors[1].Resolved, sum.Operands[1 - product].Resolved);
        var made = new Block();
        var emitter = new Emitter(made);
        if (sum.Operation == Operation.Subtract)
        {
            if (product == 0) third = Negative(emitter, third);
            else if (first is Constant || second is not Constant) first = Negative(emitter, first);
            else second = Negative(emitter, second);
        }

        sum.ReplaceBy(emitter.Arithmetic(Operation.MultiplyAdd, sum.Type, first, second, third));
        foreach (var instruction in made.Instructions) instruction.Block = block;
        block.Instructions.RemoveAt(at);
        block.Instructions.InsertRange(at, made.Instructions);
    }

    private static Value Negative(Emitter emitter, Value value) => value is Instruction { Operation: Operation.Negate } negate
        ? negate.Operands[0].Resolved
        : emitter.Arithmetic(Operation.Negate, value.Type, value);

    private static Dictionary<Value, int> Uses(Function function)
    {
        var uses = new Dictionary<Value, int>();
        foreach (var block in function.Blocks)
        {
            foreach (var operand in block.Instructions.SelectMany(each => each.Operands).Concat(block.Phis.SelectMany(each => each.Operands)))
                uses[operand] = uses.GetValueOrDefault(operand) + 1;
            if (block.Condition is { } condition) uses[condition] = uses.GetValueOrDefault(condition) + 1;
        }

        return uses;
    }
}
