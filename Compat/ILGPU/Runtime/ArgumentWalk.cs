using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime;

/// <summary>
/// Hands the arguments of a launch to a sink, leaf by leaf. The code for a type of arguments is made once; a launch then neither
/// reflects nor boxes.
/// </summary>
/// <typeparam name="TArguments">The arguments.</typeparam>
internal static class ArgumentWalk<TArguments>
    where TArguments : struct, IKernelArguments
{
    private static readonly Walk Walker = Create();

    private delegate void Walk(in TArguments arguments, ArgumentSink sink);

    /// <summary>Hands over the arguments.</summary>
    public static void Run(in TArguments arguments, ArgumentSink sink) => Walker(arguments, sink);

    private static Walk Create()
    {
        // Fields of the caller's structs may be private.
        var method = new DynamicMethod(
            "WalkArguments", null, [typeof(TArguments).MakeByRefType(), typeof(ArgumentSink)], typeof(ArgumentSink).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        for (int i = 1; typeof(TArguments).GetField($"A{i}") is { } argument; i++) Emit(code, [argument]);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Walk>();
    }

    private static void Emit(ILGenerator code, FieldInfo[] path)
    {
        var type = path[^1].FieldType;
        if (ArgumentLeaves.For(type) is not { } leaf)
        {
            foreach (var field in KernelTypes.Fields(type)) Emit(code, [.. path, field]);
            return;
        }

        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_0);
        foreach (var field in path) code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Call, leaf);
    }
}
