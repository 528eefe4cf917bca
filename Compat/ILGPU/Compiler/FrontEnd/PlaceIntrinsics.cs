using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>The place of a work-item in its group, that of its group in the grid, and meetings of a group.</summary>
internal static class PlaceIntrinsics
{
    public static bool TryCall(Compilation compilation, MethodInfo method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        var emitter = compilation.Emitter;
        string owner = method.DeclaringType == typeof(Group) ? "Group" : "Grid";
        switch (method.Name)
        {
            case "get_IdxX" or "get_IdxY" or "get_IdxZ":
                result = new StackValue(typeof(int), [emitter.Index(owner + "Index", method.Name[^1] - 'X')]);
                return true;
            case "get_DimX" or "get_DimY" or "get_DimZ":
                result = new StackValue(typeof(int), [emitter.Index(owner + "Dimension", method.Name[^1] - 'X')]);
                return true;
            case "get_Index" or "get_Dimension":
                string kind = owner + method.Name[4..];
                result = new StackValue(typeof(Index3D), [emitter.Index(kind, 0), emitter.Index(kind, 1), emitter.Index(kind, 2)]);
                return true;
            case nameof(Group.Barrier):
                emitter.Add(new(IrType.Int32, Operation.Barrier, emitter.Block, []));
                return true;
            case nameof(Group.BarrierPopCount) or nameof(Group.BarrierAnd) or nameof(Group.BarrierOr) or nameof(Group.Broadcast):
                var device = typeof(GroupMethods).GetMethod(method.Name)!;
                if (method.IsGenericMethod) device = device.MakeGenericMethod(method.GetGenericArguments());
                result = compilation.Inline(device, arguments);
                return true;
            default:
                return false;
        }
    }
}
