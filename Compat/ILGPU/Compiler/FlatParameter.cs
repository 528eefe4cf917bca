using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>What a parameter of a printed kernel holds.</summary>
internal enum FlatParameterKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>The memory of a view's buffer, from the buffer's start.</summary>
    ViewBuffer,

    /// <summary>Where in its buffer a view begins, in elements of the view: 64 bits.</summary>
    ViewStart,

    /// <summary>The elements of a view: 64 bits.</summary>
    ViewLength,

    /// <summary>How many work-items an implicitly grouped kernel has in one dimension: 32 bits.</summary>
    Extent,

    /// <summary>The dynamic memory of the group: its size is set at the launch (OpenCL C only).</summary>
    DynamicSharedMemory,

    /// <summary>The size of the dynamic memory of the group in bytes: 64 bits.</summary>
    DynamicSharedLength,
}

/// <summary>One parameter of a printed kernel: a number, or a part of a view, from inside a parameter of the method.</summary>
/// <param name="Name">The name in the text.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">The number, or the element of the view.</param>
/// <param name="Argument">Which argument of the launch it comes from, or the dimension of an extent, from 0.</param>
/// <param name="Path">The fields that lead from the argument to the number or view; empty where the argument is it.</param>
internal sealed record FlatParameter(
    string Name, FlatParameterKind Kind, NumberType Type, int Argument, IReadOnlyList<FieldInfo> Path);
