using System.Reflection;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>Takes the arguments of a launch apart: views, numbers and specialised values, structs field by field, depth first.</summary>
internal abstract class ArgumentSink
{
    /// <summary>A view.</summary>
    /// <param name="buffer">Its buffer, or null where it has none.</param>
    /// <param name="address">Where it begins.</param>
    /// <param name="length">Its elements.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    public abstract void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize);

    /// <summary>A number, as its bytes.</summary>
    public abstract void Number(ReadOnlySpan<byte> value);

    /// <summary>A value for which the kernel is compiled.</summary>
    public abstract void Specialized<T>(T value)
        where T : unmanaged;
}

/// <summary>What <see cref="ArgumentWalk{TArguments}"/> calls, an argument or field at a time.</summary>
internal static unsafe class ArgumentLeaves
{
    public static void View<T>(ArgumentSink sink, in ArrayView<T> view)
        where T : unmanaged => sink.View(view.Buffer, (IntPtr)view.First, view.Length, sizeof(T));

    public static void StridedView<T, TStride>(ArgumentSink sink, in ArrayView1D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride1D => View(sink, view.BaseView);

    public static void Number<T>(ArgumentSink sink, in T value)
        where T : unmanaged => sink.Number(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public static void Specialized<T>(ArgumentSink sink, in SpecializedValue<T> value)
        where T : unmanaged, IEquatable<T> => sink.Specialized(value.Value);

    /// <summary>The method for a type, or null for a struct that is to be taken apart.</summary>
    public static MethodInfo? For(Type type)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        string? name =
            generic == typeof(ArrayView<>) ? nameof(View)
            : generic == typeof(ArrayView1D<,>) ? nameof(StridedView)
            : generic == typeof(SpecializedValue<>) ? nameof(Specialized)
            : null;
        if (name is not null) return typeof(ArgumentLeaves).GetMethod(name)!.MakeGenericMethod(type.GetGenericArguments());
        return KernelTypes.IsStruct(type) && type != typeof(Half) ? null : typeof(ArgumentLeaves).GetMethod(nameof(Number))!.MakeGenericMethod(type);
    }
}
