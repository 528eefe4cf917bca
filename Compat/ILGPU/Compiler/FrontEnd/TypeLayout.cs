using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>A number, or a part of a view, in a type that has fallen apart.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Path">The fields that lead to it.</param>
/// <param name="View">The type of view that it is a part of: a pointer, then a length.</param>
internal sealed record Leaf(IrType Type, IReadOnlyList<FieldInfo> Path, Type? View);

/// <summary>How types fall apart into numbers and parts of views, depth-first in the order of fields.</summary>
internal static class TypeLayout
{
    private static readonly ConditionalWeakTable<Type, Leaf[]> Known = [];

    /// <summary>The number type of a type that is a number; null of others.</summary>
    public static IrType? Number(Type type)
    {
        if (type.IsEnum) type = type.GetEnumUnderlyingType();
        if (type == typeof(nint)) return IrType.Int64;
        if (type == typeof(nuint)) return IrType.UInt64;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => IrType.Bool,
            TypeCode.SByte => new(NumberType.Int8),
            TypeCode.Byte => new(NumberType.UInt8),
            TypeCode.Int16 => new(NumberType.Int16),
            TypeCode.UInt16 or TypeCode.Char => new(NumberType.UInt16),
            TypeCode.Int32 => IrType.Int32,
            TypeCode.UInt32 => IrType.UInt32,
            TypeCode.Int64 => IrType.Int64,
            TypeCode.UInt64 => IrType.UInt64,
            TypeCode.Single => IrType.Float32,
            TypeCode.Double => IrType.Float64,
            _ => null,
        };
    }

    /// <summary>Whether a type is a view.</summary>
    public static bool IsView(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>);

    /// <summary>All leaves of a type.</summary>
    /// <exception cref="UnsupportedException">The type holds what kernels can't have.</exception>
    public static IReadOnlyList<Leaf> Leaves(Type type) => Known.GetValue(type, static each =>
    {
        var leaves = new List<Leaf>();
        Add(leaves, each, []);
        return [.. leaves];
    });

    /// <summary>How many leaves a type has.</summary>
    public static int Count(Type type) => Leaves(type).Count;

    /// <summary>Where in the leaves of a struct those of one of its fields begin.</summary>
    public static int Start(Type type, FieldInfo field)
    {
        int start = 0;
        foreach (var each in KernelTypes.Fields(type))
        {
            if (each.MetadataToken == field.MetadataToken) return start;
            start += Count(each.FieldType);
        }

        throw new ArgumentException($"{type} has no field {field.Name}.", nameof(field));
    }

    /// <summary>The number of which an element in memory is made, and how many of them.</summary>
    /// <exception cref="UnsupportedException">The element has fields of several types.</exception>
    public static (IrType Number, int Count) Element(Type element)
    {
        var leaves = Leaves(element);
        if (leaves.Count == 0 || leaves.Any(leaf => leaf.View is not null || leaf.Type != leaves[0].Type))
        {
            throw new UnsupportedException(
                $"a view of {element.Name}, whose fields are not numbers of one type. Use a view for each field.");
        }

        return (leaves[0].Type, leaves.Count);
    }

    private static void Add(List<Leaf> leaves, Type type, FieldInfo[] path)
    {
        if (Number(type) is { } number)
        {
            leaves.Add(new(number, path, null));
        }
        else if (IsView(type))
        {
            leaves.Add(new(Element(type.GetGenericArguments()[0]).Number with { IsPointer = true }, path, type));
            leaves.Add(new(IrType.Int64, path, type));
        }
        else if (KernelTypes.IsStruct(type) && !type.IsByRefLike && type != typeof(decimal))
        {
            foreach (var field in KernelTypes.Fields(type)) Add(leaves, field.FieldType, [.. path, field]);
        }
        else
        {
            throw new UnsupportedException($"a value of type {type.Name}. Kernels have numbers, views, and structs of these.");
        }
    }
}
