namespace ILGPU.Compiler;

/// <summary>Writes a structured kernel as statements of C.</summary>
internal sealed class Statements(
    Language language, Expressions expressions, NameTable names, Inlining inlining, Coalescing coalescing, Layout layout, Spaces spaces, CodeWriter writer)
{
    private readonly HashSet<Phi> _declared = [];
    private string? _init;

    /// <summary>Declares what no braces hold.</summary>
    public void Early()
    {
        foreach (var value in layout.Early) writer.Line($"{TypeOf(value)} {expressions.Name(value)};");
    }

    /// <summary>Writes nodes in order.</summary>
    public void Write(List<Node> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case CodeNode code: Code(code.Block); break;
                case MovesNode moves: Moves(moves, i + 1 < nodes.Count ? Layout.Entered(moves, nodes[i + 1]) : null); break;
                case ScopeNode scope: Scope(scope); break;
                case LoopNode loop: Loop(loop); break;
                case IfNode branch: If(branch); break;
                case GoNode go: Go(go); break;
            }
        }
    }

    private string TypeOf(Value value) => value.Type.IsPointer
        ? language.Pointer(value.Type.Number, spaces.Of(value))
        : language.Type(value.Type.Number);

    private void Code(Block block)
    {
        foreach (var instruction in block.Instructions)
        {
            if (inlining.IsInlined(instruction)) continue;
            switch (instruction.Operation)
            {
                case Operation.Store:
                    string element = expressions.Element(instruction.Operands[0], instruction.Operands[1]);
                    writer.Line($"{element} = {expressions.Of(instruction.Operands[2])};");
                    break;
                case Operation.Barrier:
                    writer.Line(language.Barrier + ";");
                    break;
                case Operation.Fence:
                    writer.Line(language.Fence(instruction.Function!) + ";");
                    break;
                case Operation.Atomic or Operation.CudaCall when inlining.Uses(instruction) == 0:
                    writer.Line(expressions.OfInstruction(instruction) + ";");
                    break;
                default:
                    string text = expressions.OfInstruction(instruction);
                    string head = layout.Early.Contains(instruction) ? string.Empty : ConstantType(instruction);
                    writer.Line($"{head}{expressions.Name(instruction)} = {text};");
                    break;
            }
        }
    }

    private string ConstantType(Value value) => value.Type.IsPointer ? TypeOf(value) + " const " : $"const {TypeOf(value)} ";

    private void Moves(MovesNode moves, LoopNode? entered)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        var shape = entered is null ? null : layout.Of(entered);
        var stepped = entered is null && layout.IsRound(moves) ? layout.CounterOf(moves.To) : null;
        var open = new List<(Phi Phi, Value Value)>();
        foreach (var phi in moves.To.Phis)
        {
            var value = phi.Operands[from];
            if (coalescing.Of(value) != coalescing.Of(phi) && phi != stepped) open.Add((phi, value));
        }

        if (shape?.Counter is { } counter && !layout.Early.Contains(counter))
        {
            var first = open.Find(each => each.Phi == counter).Value;
            string init = $"{TypeOf(counter)} {expressions.Name(counter)} = {expressions.Of(first)}";
            if (moves.To.Phis.Exists(phi => Reads(first, phi))) writer.Line(init + ";");
            else _init = init;
            open.RemoveAll(each => each.Phi == counter);
        }

        Assign(open, declares: entered is not null);
    }

    // All at once, in C's one after the other: first what no other value reads.
    private void Assign(List<(Phi Phi, Value Value)> open, bool declares)
    {
        var saved = new Dictionary<Phi, string>();
        while (open.Count > 0)
        {
            int free = open.FindIndex(each => !open.Exists(other => other.Phi != each.Phi && Reads(other.Value, each.Phi)));
            if (free < 0)
            {
                // A ring: one value is set aside.
                var (phi, value) = open[0];
                string name = names.Of(new object(), "next" + expressions.Name(phi));
                writer.Line($"const {TypeOf(phi)} {name} = {expressions.Of(value)};");
                saved[phi] = name;
                open[0] = (phi, Constant.Zero(phi.Type));
                continue;
            }

            var (target, source) = open[free];
            open.RemoveAt(free);
            string text = saved.TryGetValue(target, out string? aside) ? aside : expressions.Of(source);
            string head = declares && !layout.Early.Contains(target) ? TypeOf(target) + " " : string.Empty;
            writer.Line($"{head}{expressions.Name(target)} = {text};");
        }
    }

    private bool Reads(Value value, Phi phi) => coalescing.Of(value) == coalescing.Of(phi)
        || (value is Instruction instruction && inlining.IsInlined(instruction) && instruction.Operands.Any(each => Reads(each, phi)));

    private void Scope(ScopeNode scope)
    {
        foreach (var phi in scope.Target.Phis)
            if (coalescing.Of(phi) == phi && !layout.Early.Contains(phi) && _declared.Add(phi)) writer.Line($"{TypeOf(phi)} {expressions.Name(phi)};");
        if (!scope.HasLabel)
        {
            Write(scope.Inner);
            return;
        }

        writer.Open();
        Write(scope.Inner);
        writer.Close();
        writer.Line(Label(scope.Target, false) + ":;");
    }

    private void If(IfNode node)
    {
        var shape = layout.Of(node);
        string condition = shape.IsNegated ? expressions.Opposite(node.Block.Condition!) : expressions.Of(node.Block.Condition!);
        writer.Line($"if ({condition})");
        Braced(shape.Inner);
        if (shape.Rest is null) return;
        if (shape.IsFlat)
        {
            Write(shape.Rest);
            return;
        }

        writer.Line("else");
        Braced(shape.Rest);
    }

    private void Braced(List<Node> nodes)
    {
        writer.Open();
        Write(nodes);
        writer.Close();
    }

    private void Loop(LoopNode loop)
    {
        var shape = layout.Of(loop);
        if (shape.IsUnrolled && language.Unroll is { } hint) writer.Line(hint);
        if (shape.Test is null)
        {
            writer.Line("for (;;)");
        }
        else
        {
            string test = shape.IsNegated ? expressions.Opposite(shape.Test.Block.Condition!) : expressions.Of(shape.Test.Block.Condition!);
            string head = $"while ({test})";
            if (shape.Counter is { } counter) head = $"for ({_init}; {test}; {Step(counter, shape.Step!)})";
            writer.Line(head);
        }

        _init = null;
        writer.Open();
        Write(shape.Body);
        if (loop.HasLabel) writer.Line(Label(loop.Header, true) + ":;");
        writer.Close();
    }

    // One more than something that is smaller than an int is an int.
    private string Step(Phi counter, Instruction step)
    {
        string name = expressions.Name(counter);
        bool isOneMore = step is { Operation: Operation.Add, Operands: [_, Constant { Bits: 1 }] };
        bool isBounded = counter.Block.Condition is Instruction { Operation: Operation.Less } test && test.Operands[0] == counter;
        return isOneMore && isBounded ? name + "++" : $"{name} = {expressions.OfInstruction(step)}";
    }

    private void Go(GoNode go)
    {
        switch (go.Way)
        {
            case Way.Break: writer.Line("break;"); break;
            case Way.Continue: writer.Line("continue;"); break;
            case Way.Return: writer.Line("return;"); break;
            case Way.Goto: writer.Line($"goto {Label(go.Target!, go.IsBack)};"); break;
        }
    }

    private string Label(Block block, bool isRound) => names.Of((block, isRound), isRound ? "nextRound" : "behind");
}
