using System.Reflection;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>Calls that back ends have operations for, by the type that declares the method.</summary>
internal static class Intrinsics
{
    /// <summary>Translates a call if it is one of these.</summary>
    public static bool TryCall(Compilation compilation, MethodBase method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        var type = method.DeclaringType;
        if (compilation.ForCuda && CudaFunctions.TryCall(compilation, method, arguments, out result)) return true;
        if (type is null) return false;
        if (type == typeof(Type)) return TypeIntrinsics.TryCall(method, arguments, out result);
        if (TypeLayout.IsView(type))
        {
            result = ViewIntrinsics.Call(compilation, method, arguments);
            return true;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView1D<,>) && method.IsConstructor)
        {
            var view = compilation.Load(arguments[1]);
            compilation.Store(arguments[0], new(type, [view.Leaves[0], compilation.Load(arguments[2]).Leaves[0]]));
            return true;
        }

        if (type == typeof(Group) || type == typeof(Grid)) return PlaceIntrinsics.TryCall(compilation, (MethodInfo)method, arguments, out result);
        if (type == typeof(Warp)) return WarpIntrinsics.TryCall(compilation, (MethodInfo)method, arguments, out result);
        if (type == typeof(SharedMemory) || type == typeof(LocalMemory))
            return MemoryIntrinsics.TryAllocate(compilation, (MethodInfo)method, arguments, out result);
        if (type == typeof(Atomic))
        {
            result = MemoryIntrinsics.Atomic(compilation, (MethodInfo)method, arguments);
            return true;
        }

        if (type == typeof(HalfConversions)) return HalfIntrinsics.TryCall(compilation, method, arguments, out result);
        if (type == typeof(MemoryFence))
        {
            compilation.Emitter.Add(new(IrType.Int32, Operation.Fence, compilation.Emitter.Block, [], method.Name));
            return true;
        }

        if (type == typeof(Interop) || type == typeof(BitConverter)) return BitIntrinsics.TryCall(compilation, (MethodInfo)method, arguments, out result);
        if (type == typeof(XMath) || type == typeof(Math) || type == typeof(MathF) || type == typeof(float) || type == typeof(double))
            return MathIntrinsics.TryCall(compilation, method, arguments, out result);
        return false;
    }

    /// <summary>An argument that is a number, as the parameter's type.</summary>
    public static Value Number(Compilation compilation, StackEntry argument, Type type)
    {
        var value = compilation.Load(argument).Leaves[0].Resolved;
        return compilation.Emitter.Convert(value, TypeLayout.Leaves(type)[0].Type);
    }
}
