namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms.Plain;

/// <summary>A group of work-items that take turns, from one meeting to the next.</summary>
public sealed class PlainGroup
{
    private readonly List<object> _shared = [];
    private readonly (int X, int Y) _size;
    private readonly int _index;
    private readonly int _groups;
    private int _allocated;

    private PlainGroup((int X, int Y) size, int index, int groups)
    {
        _size = size;
        _index = index;
        _groups = groups;
    }

    /// <summary>The group whose work-item runs on this thread.</summary>
    [field: ThreadStatic]
    public static PlainGroup Current { get; private set; } = null!;

    /// <summary>How many work-items said yes, a 1, at the last meeting.</summary>
    public int Votes { get; private set; }

    /// <summary>What each brought.</summary>
    public IReadOnlyList<int> Brought { get; private set; } = [];

    internal int Item { get; private set; }

    internal (int X, int Y) Size => _size;

    internal int GridIndex => _index;

    internal int GridSize => _groups;

    internal ArrayView<T> Allocate<T>(int extent)
    {
        if (_allocated == _shared.Count) _shared.Add(new T[extent]);
        return new((T[])_shared[_allocated++]);
    }

    /// <summary>Runs groups, one after the other.</summary>
    /// <param name="groups">How many.</param>
    /// <param name="size">The work-items of each.</param>
    /// <param name="kernel">Runs a work-item up to the next meeting at each step, which gives what it brings to it.</param>
    internal static void Run(int groups, (int X, int Y) size, Func<IEnumerable<int>> kernel)
    {
        for (int i = 0; i < groups; i++) new PlainGroup(size, i, groups).Run(kernel);
    }

    private void Run(Func<IEnumerable<int>> kernel)
    {
        Current = this;
        var items = Enumerable.Range(0, _size.X * _size.Y).Select(_ => kernel().GetEnumerator()).ToArray();
        bool[] goOn = new bool[items.Length];
        while (true)
        {
            for (Item = 0; Item < items.Length; Item++)
            {
                // All memory is allocated before the first meeting, by each in the same order.
                _allocated = 0;
                goOn[Item] = items[Item].MoveNext();
            }

            if (goOn.Distinct().Count() > 1) throw new InvalidOperationException("Some work-items of a group ended while others wait.");
            if (!goOn[0]) return;
            Brought = Array.ConvertAll(items, item => item.Current);
            Votes = Brought.Count(each => each == 1);
        }
    }
}
