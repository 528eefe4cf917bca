namespace ILGPU;

/// <summary>A view of one element.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="baseView">A view of length 1.</param>
public readonly struct VariableView<T>(ArrayView<T> baseView)
    where T : unmanaged
{
    /// <summary>The same as an array view of length 1.</summary>
    public ArrayView<T> BaseView { get; } = baseView;

    /// <summary>Whether there is an element.</summary>
    public bool IsValid => BaseView.IsValid;

    /// <summary>The element.</summary>
    public ref T Value => ref BaseView[0];
}
