using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>The arguments of a launch, flat, as a driver takes them. Kept, and filled anew for each launch.</summary>
internal abstract unsafe class FlatArguments : ArgumentSink
{
    private byte[] _specialized = new byte[16];
    private int _specializedCount;

    /// <summary>The bytes of the specialised values.</summary>
    public ReadOnlySpan<byte> SpecializedBytes => _specialized.AsSpan(0, _specializedCount);

    /// <summary>Forgets the last launch, so that its buffers can go.</summary>
    public virtual void Clear() => _specializedCount = 0;

    public override void Specialized<T>(T value)
    {
        if (_specializedCount + sizeof(T) > _specialized.Length)
            Array.Resize(ref _specialized, Math.Max(2 * _specialized.Length, _specializedCount + sizeof(T)));
        Unsafe.WriteUnaligned(ref _specialized[_specializedCount], value);
        _specializedCount += sizeof(T);
    }
}
