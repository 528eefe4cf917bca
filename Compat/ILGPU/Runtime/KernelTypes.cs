using System.Reflection;
using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>Which types kernels and buffers can have.</summary>
internal static class KernelTypes
{
    private static readonly ConditionalWeakTable<Type, FieldInfo[]> KnownFields = [];

    /// <summary>Refuses a parameter that holds a reference to an object of the host.</summary>
    public static void Check(string kernel, string parameter, Type type)
    {
        if (FindReference(type, parameter) is { } found)
        {
            throw new NotSupportedException(
                $"Parameter {found.Path} of kernel {kernel} is of type {found.Type.Name}. Kernels take numbers, views, and structs of these.");
        }
    }

    /// <summary>Refuses an element whose size or layout is not the same on the host and on every device.</summary>
    public static void EnsureBlittable(Type element)
    {
        if (element == typeof(bool) || element == typeof(char) || (IsStruct(element) && Fields(element).Any(HasUnevenField)))
            throw new NotSupportedException($"Type {element.FullName} is not blittable: bool and char have no fixed size on devices. Use byte, or ushort.");

        static bool HasUnevenField(FieldInfo field)
        {
            EnsureBlittable(field.FieldType);
            return false;
        }
    }

    /// <summary>Whether a type is a view.</summary>
    public static bool IsView(Type type) => typeof(ICheckedView).IsAssignableFrom(type);

    /// <summary>Whether a type has fields that may be views or references.</summary>
    public static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false };

    /// <summary>The fields of a struct, in order.</summary>
    public static IReadOnlyList<FieldInfo> Fields(Type type) =>
        KnownFields.GetValue(type, static each => each.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

    /// <summary>The name of a field; of the property, where the compiler made the field.</summary>
    public static string NameOf(FieldInfo field) =>
        field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static (string Path, Type Type)? FindReference(Type type, string path)
    {
        if (IsView(type)) return null;
        if (!type.IsValueType) return (path, type);
        if (!IsStruct(type)) return null;
        foreach (var field in Fields(type))
            if (FindReference(field.FieldType, $"{path}.{NameOf(field)}") is { } found) return found;
        return null;
    }
}
