using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU;

// What checked mode adds: views know their names, and indices are compared with lengths.
public readonly unsafe partial struct ArrayView<T> : ICheckedView
{
    /// <summary>The same view, with what an error is to say about it.</summary>
    object ICheckedView.Named(string kernel, string name)
    {
        if (Buffer is { IsDisposed: true })
        {
            throw new ObjectDisposedException(nameof(MemoryBuffer), $"{kernel} is given view {name} of a buffer that is disposed.");
        }

        return new ArrayView<T>(_first, Length, new ViewOrigin(kernel, name, Buffer));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckIndex(long index)
    {
        if ((ulong)index >= (ulong)Length) FailIndex(index);
    }

    // The host has no address for a device's memory: to read there would end the process.
    private void CheckHost()
    {
        if (Buffer is { AcceleratorType: not AcceleratorType.CPU }) FailDevice();
    }

    private void CheckSubView(long index, long length)
    {
        bool begins = (ulong)index < (ulong)Length || (index == 0 && Length == 0);
        if (!begins || length < 0 || length > Length - index) FailSubView(index, length);
    }

    [DoesNotReturn]
    [StackTraceHidden]
    [SuppressMessage("Usage", "CA2201", Justification = "It is what the runtime throws for the same mistake with an array.")]
    private void FailIndex(long index) => throw new IndexOutOfRangeException(
        _first == null
            ? $"{Describe()} has no memory: it was never given a buffer."
            : $"Index {index} is outside {DescribeInside()} of length {Length}.");

    [DoesNotReturn]
    [StackTraceHidden]
    private void FailDevice() => throw new NotSupportedException(
        $"An element of a view in the memory of {Buffer!.Accelerator.Name} is asked for on the host. Copy it with CopyToCPU or GetAsArray1D, or write it with CopyFromCPU.");

    [DoesNotReturn]
    [StackTraceHidden]
    [SuppressMessage("Usage", "CA2201", Justification = "As for an index.")]
    private void FailSubView(long index, long length) => throw new IndexOutOfRangeException(
        $"The part of {length} from index {index} is outside {DescribeInside()} of length {Length}.");

    private string Describe() => _origin is ViewOrigin origin ? $"{origin.Kernel}: view {origin.Name}" : "A view";

    private string DescribeInside() => _origin is ViewOrigin origin ? $"view {origin.Name} of {origin.Kernel}," : "a view";
}

/// <summary>A view that can be told what an error is to say about it.</summary>
internal interface ICheckedView
{
    /// <summary>The same view, named; a view of a disposed buffer is an error.</summary>
    object Named(string kernel, string name);
}
