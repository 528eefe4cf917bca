namespace ILGPU.Compiler.Simd;

/// <summary>
/// The memory in which a group runs: where it is in the launch, the arguments, values kept between regions, memory of the group and of
/// its work-items. One frame serves one thread, group after group.
/// </summary>
internal sealed class Frame
{
    /// <summary>The place of the group in the grid: X, Y and Z, 32 bits each.</summary>
    public const int GridIndex = 0;

    /// <summary>The groups of the grid: X, Y and Z, 32 bits each.</summary>
    public const int GridDimension = 12;

    /// <summary>Implicitly grouped: the first work-item along X, and the one behind the last, 32 bits each.</summary>
    public const int RangeStart = 24;

    /// <summary>See <see cref="RangeStart"/>.</summary>
    public const int RangeEnd = 28;

    /// <summary>Implicitly grouped: Y and Z of the row, 32 bits each.</summary>
    public const int RowY = 32;

    /// <summary>See <see cref="RowY"/>.</summary>
    public const int RowZ = 36;

    /// <summary>The arguments: 64 bits each.</summary>
    public const int Arguments = 64;

    private const int Alignment = 64;

    private readonly Dictionary<Value, int> _places = [];
    private readonly GroupGeometry _geometry;

    public Frame(Function function, GroupGeometry geometry, IEnumerable<Value> kept, Shapes shapes, int lanes)
    {
        _geometry = geometry;
        Pitch = geometry.IsImplicit ? Jamming.Most * lanes : Round(geometry.X, lanes);
        Items = geometry.IsImplicit ? Pitch : Pitch * geometry.Y * geometry.Z;
        int end = Arguments;
        foreach (var parameter in function.Parameters)
        {
            _places[parameter] = end;
            end += 8;
        }

        foreach (var value in kept)
        {
            if (value is ParameterValue) continue;
            bool isOnce = shapes.Of(value) == Shape.Uniform;
            if (!isOnce) end = Round(end, Alignment);
            _places[value] = end;
            end = checked(end + (isOnce ? 8 : Items * (value.Type.IsPointer ? 8 : Math.Max(4, value.Type.Bits / 8))));
        }

        Scratch = Round(end, Alignment);
        end = Scratch + (8 * Jamming.Most * lanes * 4);
        foreach (var memory in function.Allocations)
        {
            if (memory.Count == 0) continue;
            end = Round(end, Alignment);
            _places[memory] = end;
            end = checked(end + (memory.Count * memory.Type.Bits / 8 * (memory.Space == AddressSpace.Local ? Items : 1)));
        }

        DynamicShared = Round(end, Alignment);
        foreach (var memory in function.Allocations.Where(each => each.Count == 0)) _places[memory] = DynamicShared;
    }

    /// <summary>The work-items of a row, up to whole vectors.</summary>
    public int Pitch { get; }

    /// <summary>The work-items for which there is private memory.</summary>
    public int Items { get; }

    /// <summary>Room for eight operands of work that is done lane by lane.</summary>
    public int Scratch { get; }

    /// <summary>Where the dynamic memory of the group begins: all before it is the fixed part.</summary>
    public int DynamicShared { get; }

    /// <summary>Where an argument, a kept value or memory lies.</summary>
    public int Of(Value value) => _places[value];

    /// <summary>Whether a value is kept.</summary>
    public bool Has(Value value) => _places.ContainsKey(value);

    private static int Round(int value, int to) => (value + to - 1) / to * to;
}
