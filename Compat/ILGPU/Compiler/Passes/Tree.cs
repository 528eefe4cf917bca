namespace ILGPU.Compiler;

/// <summary>How a way through the kernel goes on, in a language with loops.</summary>
internal enum Way
{
    /// <summary>With what stands next.</summary>
    Next,

    /// <summary>Behind the innermost loop.</summary>
    Break,

    /// <summary>Round the innermost loop.</summary>
    Continue,

    /// <summary>Elsewhere: behind a scope, or round an outer loop.</summary>
    Goto,

    /// <summary>Nowhere: the kernel ends.</summary>
    Return,
}

/// <summary>A part of a kernel, structured.</summary>
internal abstract class Node;

/// <summary>The instructions of a block.</summary>
internal sealed class CodeNode(Block block) : Node
{
    public Block Block { get; } = block;
}

/// <summary>What the phis of a block become when it is entered from another.</summary>
internal sealed class MovesNode(Block from, Block to) : Node
{
    public Block From { get; } = from;

    public Block To { get; } = to;
}

/// <summary>One of two ways, by the condition of a block. Always the last of a list.</summary>
internal sealed class IfNode(Block block, List<Node> whenTrue, List<Node> whenFalse) : Node
{
    public Block Block { get; } = block;

    public List<Node> WhenTrue { get; } = whenTrue;

    public List<Node> WhenFalse { get; } = whenFalse;
}

/// <summary>A loop: the end of its body goes round.</summary>
internal sealed class LoopNode(Block header, List<Node> body) : Node
{
    public Block Header { get; } = header;

    public List<Node> Body { get; } = body;

    /// <summary>Whether an inner loop goes round this one.</summary>
    public bool HasLabel { get; set; }
}

/// <summary>Nodes behind which a block stands; what is inside may go there.</summary>
internal sealed class ScopeNode(Block target, List<Node> inner) : Node
{
    public Block Target { get; } = target;

    public List<Node> Inner { get; } = inner;

    /// <summary>Whether something inside goes there that neither ends there nor breaks a loop.</summary>
    public bool HasLabel { get; set; }
}

/// <summary>On to a block, or the end of the kernel. Always the last of a list.</summary>
internal sealed class GoNode(Block? target, bool isBack) : Node
{
    public Block? Target { get; } = target;

    public bool IsBack { get; } = isBack;

    public Way Way { get; set; }
}
