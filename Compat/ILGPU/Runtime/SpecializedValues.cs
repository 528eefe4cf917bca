namespace ILGPU.Runtime;

/// <summary>Collects the specialised values of a launch, for the compiler.</summary>
internal sealed class SpecializedValues : ArgumentSink
{
    /// <summary>The numbers, depth-first in the order of fields.</summary>
    public List<object> Values { get; } = [];

    public override void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize)
    {
        // Only specialised values are wanted.
    }

    public override void Number(ReadOnlySpan<byte> value)
    {
        // Only specialised values are wanted.
    }

    public override void Specialized<T>(T value) => Add(value);

    private void Add(object value)
    {
        if (!KernelTypes.IsStruct(value.GetType())) Values.Add(value);
        else foreach (var field in KernelTypes.Fields(value.GetType())) Add(field.GetValue(value)!);
    }
}
