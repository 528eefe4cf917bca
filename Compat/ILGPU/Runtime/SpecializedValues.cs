namespace ILGPU.Runtime;

/// <summary>Collects the specialised values of a launch, for the compiler.</summary>
internal sealed class SpecializedValues : ArgumentSink
{
    /// <summary>The values, in order.</summary>
    public List<object> Values { get; } = [];

    public override void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize)
    {
        // Only specialised values are wanted.
    }

    public override void Number(ReadOnlySpan<byte> value)
    {
        // Only specialised values are wanted.
    }

    public override void Specialized<T>(T value) => Values.Add(value);
}
