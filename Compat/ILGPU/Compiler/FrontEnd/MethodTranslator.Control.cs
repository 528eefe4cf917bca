namespace ILGPU.Compiler;

/// <content>Branches, switches and returns.</content>
internal sealed partial class MethodTranslator
{
    private bool TryControl(IlInstruction instruction, IlBlock block)
    {
        string name = instruction.Code.Name!;
        switch (name.EndsWith(".s", StringComparison.Ordinal) ? name[..^2] : name)
        {
            case "br":
                Spill(block.Successors[0]);
                Emitter.Block.Jump(BlockOf(block.Successors[0]));
                return true;
            case "brtrue":
                Branch(Emitter.Convert(PopNumber(), IrType.Bool), block);
                return true;
            case "brfalse":
                Branch(Emitter.Not(Emitter.Convert(PopNumber(), IrType.Bool)), block);
                return true;
            case "beq" or "bge" or "bge.un" or "bgt" or "bgt.un" or "ble" or "ble.un" or "blt" or "blt.un" or "bne.un":
                var second = PopNumber();
                Branch(Compare(name[1..].Replace(".s", null, StringComparison.Ordinal), PopNumber(), second), block);
                return true;
            case "switch":
                Switch(block);
                return true;
            case "ret":
                if (_result is not null) _result.Store(Ssa, Emitter, Pop());
                Emitter.Block.Jump(_exit);
                return true;
            case "throw":
                throw new UnsupportedException("an exception. Kernels can't throw: check on the host, or write a result that says so.");
            default:
                return false;
        }
    }

    private void Branch(Value condition, IlBlock block)
    {
        if (condition is Constant known)
        {
            var taken = block.Successors[known.Bits != 0 ? 0 : 1];
            Spill(taken);
            Emitter.Block.Jump(BlockOf(taken));
            return;
        }

        Spill(block.Successors[0]);
        Spill(block.Successors[1]);
        Emitter.Block.Branch(condition, BlockOf(block.Successors[0]), BlockOf(block.Successors[1]));
    }

    // A chain of tests: kernels' switches are short.
    private void Switch(IlBlock block)
    {
        var value = AsSigned(PopNumber());
        foreach (var target in block.Successors) Spill(target);
        for (int i = 0; i + 1 < block.Successors.Count; i++)
        {
            var condition = Emitter.Compare(Operation.Equal, value, Constant.Wrapped(value.Type, i));
            var next = new Block();
            if (condition is Constant known)
            {
                if (known.Bits == 0) continue;
                Emitter.Block.Jump(BlockOf(block.Successors[i]));
                return;
            }

            Emitter.Block.Branch(condition, BlockOf(block.Successors[i]), next);
            Ssa.Seal(next);
            Emitter.Block = next;
        }

        Emitter.Block.Jump(BlockOf(block.Successors[^1]));
    }
}
