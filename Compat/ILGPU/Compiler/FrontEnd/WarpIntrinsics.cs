using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Members of <see cref="Warp"/>; those that are not here are written with these.</summary>
internal static class WarpIntrinsics
{
    public static bool TryCall(Compilation compilation, MethodInfo method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        var emitter = compilation.Emitter;
        switch (method.Name)
        {
            case "get_WarpSize" or "get_LaneIdx":
                compilation.Function.Warps ??= method.Name[4..];
                result = new StackValue(typeof(int), [emitter.Index(method.Name[4..], 0)]);
                return true;
            case nameof(Warp.Shuffle) or nameof(Warp.ShuffleDown) or nameof(Warp.ShuffleUp) or nameof(Warp.ShuffleXor):
                compilation.Function.Warps ??= method.Name;
                var value = compilation.Load(arguments[0]);
                var lane = Intrinsics.Number(compilation, arguments[1], typeof(int));
                result = new StackValue(method.ReturnType, Array.ConvertAll(value.Leaves, leaf => Exchanged(emitter, method.Name, leaf.Resolved, lane)));
                return true;
            default:
                return false;
        }
    }

    // What is smaller than an int travels as one.
    private static Value Exchanged(Emitter emitter, string kind, Value leaf, Value lane)
    {
        if (leaf.Type.IsPointer) throw new UnsupportedException("an exchange of views among a warp. Exchange numbers.");
        var sent = leaf.Type.IsFloat || leaf.Type.Bits >= 32 ? leaf : emitter.Convert(leaf, IrType.Int32);
        var received = emitter.Add(new(sent.Type, Operation.Shuffle, emitter.Block, [sent, lane], kind));
        return emitter.Convert(received, leaf.Type);
    }
}
