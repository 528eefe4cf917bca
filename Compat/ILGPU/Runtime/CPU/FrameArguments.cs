using System.Runtime.InteropServices;
using ILGPU.Compiler;

namespace ILGPU.Runtime.CPU;

/// <summary>The arguments of a launch as a compiled kernel finds them in its frame: 64 bits each.</summary>
internal sealed class FrameArguments : ArgumentSink
{
    private readonly List<long> _leaves = [];
    private readonly List<MemoryBuffer> _buffers = [];
    private readonly List<byte> _specialized = [];
    private long[] _values = [];

    /// <summary>The values in the order of the kernel's parameters.</summary>
    public ReadOnlySpan<long> Values => _values;

    /// <summary>The bytes of the specialised values.</summary>
    public ReadOnlySpan<byte> SpecializedBytes => CollectionsMarshal.AsSpan(_specialized);

    /// <summary>Takes the arguments of a launch.</summary>
    public void Walk<TArguments>(in TArguments arguments)
        where TArguments : struct, IKernelArguments => ArgumentWalk<TArguments>.Run(arguments, this);

    /// <summary>Puts them in the order of a kernel's parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="dynamicSharedBytes">The dynamic memory of the group.</param>
    public void Place(IReadOnlyList<FlatParameter> parameters, int dynamicSharedBytes)
    {
        if (_values.Length != parameters.Count) _values = new long[parameters.Count];
        int next = 0;
        for (int i = 0; i < parameters.Count; i++)
            _values[i] = parameters[i].Kind == FlatParameterKind.DynamicSharedLength ? dynamicSharedBytes : _leaves[next++];
    }

    /// <summary>Lets go of the buffers, which must live as long as the launch.</summary>
    public void Clear()
    {
        foreach (var buffer in _buffers) GC.KeepAlive(buffer);
        _buffers.Clear();
        _leaves.Clear();
        _specialized.Clear();
    }

    public override void View(MemoryBuffer? buffer, IntPtr address, long length, int elementSize)
    {
        if (buffer is not null) _buffers.Add(buffer);
        _leaves.Add(address);
        _leaves.Add(0);
        _leaves.Add(length);
    }

    public override void Number(ReadOnlySpan<byte> value)
    {
        long bits = 0;
        value.CopyTo(MemoryMarshal.AsBytes(new Span<long>(ref bits)));
        _leaves.Add(bits);
    }

    public override void Specialized<T>(T value) => _specialized.AddRange(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
}
