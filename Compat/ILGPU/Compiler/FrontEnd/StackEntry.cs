namespace ILGPU.Compiler;

/// <summary>What lies on IL's evaluation stack.</summary>
internal abstract record StackEntry;

/// <summary>A number, view or struct, as its leaves.</summary>
/// <param name="Type">The type; of a number what its leaf says counts.</param>
/// <param name="Leaves">The leaves.</param>
internal sealed record StackValue(Type Type, Value[] Leaves) : StackEntry;

/// <summary>A reference to a variable, or to a part of one.</summary>
/// <param name="Type">The type of what is there.</param>
/// <param name="Slot">The variable.</param>
/// <param name="Start">Where its leaves begin.</param>
internal sealed record VariableReference(Type Type, Slot Slot, int Start) : StackEntry;

/// <summary>A reference to an element of a view, or to a part of one.</summary>
/// <param name="Type">The type of what is there.</param>
/// <param name="Pointer">The numbers that the view is made of.</param>
/// <param name="Index">Which of them is the first one here.</param>
internal sealed record MemoryReference(Type Type, Value Pointer, Value Index) : StackEntry;

/// <summary>A type as a value, which is only compared with another.</summary>
/// <param name="Type">The type.</param>
internal sealed record TypeEntry(Type Type) : StackEntry;
