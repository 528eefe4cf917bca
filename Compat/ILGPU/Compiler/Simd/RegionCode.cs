using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <summary>Emits a region: loops over the rows of a group and over chunks of lanes, and in them what the work-items do.</summary>
internal sealed partial class RegionCode : ScalarCode
{
    private readonly RegionStep _region;
    private readonly Plan _plan;
    private readonly LaneMachine? _machine;
    private readonly Dictionary<Value, LocalBuilder> _inputs = [];
    private readonly LocalBuilder _x;
    private readonly LocalBuilder _y;
    private readonly LocalBuilder _z;
    private readonly LocalBuilder _end;
    private readonly LocalBuilder _item;

    // Of the chunk that is being emitted.
    private Dictionary<Value, LocalBuilder> _scalars = [];
    private Dictionary<Value, LocalBuilder> _spread = [];
    private Dictionary<Value, LocalBuilder[]> _parts = [];
    private int _jam = 1;
    private Label _chunkEnd;

    public RegionCode(ILGenerator il, RegionStep region, Plan plan)
        : base(il, plan.Spaces)
    {
        (_region, _plan, _machine) = (region, plan, plan.Machine);
        (_x, _y, _z) = (il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)));
        (_end, _item) = (il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)));
    }

    /// <summary>How many vectors of lanes are run together.</summary>
    public int Jam { get; private set; } = 1;

    protected override int Items => _plan.Frame.Items;

    private int Lanes => _machine?.Lanes ?? 1;

    /// <summary>Emits the whole method.</summary>
    public void Emit()
    {
        Jam = Jamming.Of(_region, _plan);
        LoadInputs();
        var geometry = _plan.Geometry;
        if (geometry.IsImplicit)
        {
            SetFromFrame(_y, Frame.RowY);
            SetFromFrame(_z, Frame.RowZ);
            Chunks();
        }
        else
        {
            Rows(_z, geometry.Z, () => Rows(_y, geometry.Y, Chunks));
        }

        Il.Emit(OpCodes.Ret);
    }

    private void Rows(LocalBuilder index, int count, Action body)
    {
        Il.Emit(OpCodes.Ldc_I4_0);
        Il.Emit(OpCodes.Stloc, index);
        if (count == 1)
        {
            body();
            return;
        }

        var round = Il.DefineLabel();
        Il.MarkLabel(round);
        body();
        Step(index, 1);
        Il.Emit(OpCodes.Ldloc, index);
        Il.Emit(OpCodes.Ldc_I4, count);
        Il.Emit(OpCodes.Blt, round);
    }

    private void Chunks()
    {
        var geometry = _plan.Geometry;
        int together = Jam * Lanes;
        if (geometry.IsImplicit)
        {
            SetFromFrame(_x, Frame.RangeStart);
            SetFromFrame(_end, Frame.RangeEnd);
        }
        else
        {
            Set(_x, 0);
            Set(_end, geometry.X);
        }

        if (geometry.IsImplicit)
        {
            ChunkLoop(Jam, isFull: true, together);
            if (together > 1) ChunkLoop(1, isFull: Lanes == 1, 1);
            return;
        }

        // As many whole chunks as there are; then one that only lacks lanes of its last vector, or single vectors, the last of which may.
        int whole = geometry.X / together;
        int rest = geometry.X % together;
        if (whole > 0) ChunkLoop(Jam, isFull: true, while_: whole == 1 ? null : together);
        if (rest > together - Lanes) ChunkLoop(Jam, isFull: false, while_: null);
        else if (rest > 0) ChunkLoop(1, isFull: rest % Lanes == 0, while_: rest <= Lanes ? null : 1);
    }

    // A loop while at least so many work-items are left; without a number the chunk is run once.
    private void ChunkLoop(int jam, bool isFull, int? while_)
    {
        var test = Il.DefineLabel();
        var body = Il.DefineLabel();
        if (while_ is not null) Il.Emit(OpCodes.Br, test);
        Il.MarkLabel(body);
        Chunk(jam, isFull);
        Step(_x, jam * Lanes);
        if (while_ is not { } least) return;
        Il.MarkLabel(test);
        Il.Emit(OpCodes.Ldloc, _end);
        Il.Emit(OpCodes.Ldloc, _x);
        Il.Emit(OpCodes.Sub);
        Il.Emit(OpCodes.Ldc_I4, least);
        Il.Emit(OpCodes.Bge, body);
    }

    private void Chunk(int jam, bool isFull)
    {
        (_jam, _scalars, _spread, _parts) = (jam, new(_inputs), [], []);
        _chunkEnd = Il.DefineLabel();
        _chunkMask = _mask = isFull || _machine is null ? null : TailMask();
        SetItem();
        foreach (var value in _plan.Residence.NeededIn(_region.Number)) Bring(value);
        foreach (var instruction in _plan.Residence.AgainIn(_region.Number)) Define(instruction);
        var nodes = new List<Node>();
        foreach (var item in _region.Items)
        {
            if (item.Node is not null)
            {
                nodes.Add(item.Node);
                continue;
            }

            Flush(nodes);
            Define(item.Instruction!);
        }

        Flush(nodes);
        Il.MarkLabel(_chunkEnd);
    }

    private void Flush(List<Node> nodes)
    {
        if (nodes.Count > 0) List([.. nodes]);
        nodes.Clear();
    }

    // Arguments and what the group keeps once are read when the region begins.
    private void LoadInputs()
    {
        foreach (var value in _plan.Residence.NeededIn(_region.Number))
        {
            if (value is not ParameterValue && _plan.Shapes.Of(value) != Shape.Uniform) continue;
            var local = Il.DeclareLocal(TypeOf(value.Type));
            FrameAddress(_plan.Frame.Of(value));
            ReadAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            if (value.Type.IsPointer) Il.Emit(OpCodes.Conv_I);
            Il.Emit(OpCodes.Stloc, local);
            _inputs[value] = local;
        }
    }

    // What a chunk finds at its start: its own copy of variables that it may set, and the values of its work-items.
    private void Bring(Value value)
    {
        if (_inputs.TryGetValue(value, out var input))
        {
            if (value is Phi)
            {
                var own = Il.DeclareLocal(TypeOf(value.Type));
                Il.Emit(OpCodes.Ldloc, input);
                Il.Emit(OpCodes.Stloc, own);
                _scalars[value] = own;
            }

            if (_machine is not null && _plan.Trees.IsLaneUsed(value) && !value.Type.IsPointer && value.Type.Bits <= 32) Spread(value);
            return;
        }

        if (!IsLanes(value))
        {
            var local = _scalars[value] = Il.DeclareLocal(TypeOf(value.Type));
            ItemAddress(value, 0);
            ReadAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            if (value.Type.IsPointer) Il.Emit(OpCodes.Conv_I);
            Il.Emit(OpCodes.Stloc, local);
            return;
        }

        var parts = Declare(value);
        for (int u = 0; u < _jam; u++)
        {
            ItemAddress(value, u);
            ReadVector(value.Type);
            Il.Emit(OpCodes.Stloc, parts[u]);
        }
    }

    // Keeps a value for other regions.
    private void Keep(Value value)
    {
        if (value is ParameterValue || !_plan.Frame.Has(value)) return;
        if (_plan.Shapes.Of(value) == Shape.Uniform)
        {
            FrameAddress(_plan.Frame.Of(value));
            Push(value);
            WriteAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            return;
        }

        for (int u = 0; u < _jam; u++)
        {
            ItemAddress(value, u);
            if (IsLanes(value)) WriteVector(value.Type, () => PushLanes(value, u));
            else
            {
                Push(value);
                WriteAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            }
        }
    }

    private void FrameAddress(int offset)
    {
        Il.Emit(OpCodes.Ldarg_0);
        Il.Emit(OpCodes.Ldc_I4, offset);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }

    private void ItemAddress(Value value, int u)
    {
        int size = value.Type.IsPointer ? 8 : Math.Max(4, value.Type.Bits / 8);
        FrameAddress(_plan.Frame.Of(value) + (u * Lanes * size));
        Il.Emit(OpCodes.Ldloc, _item);
        Il.Emit(OpCodes.Ldc_I4, size);
        Il.Emit(OpCodes.Mul);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }

    private void SetItem()
    {
        var geometry = _plan.Geometry;
        if (geometry.IsImplicit)
        {
            Set(_item, 0);
            return;
        }

        Il.Emit(OpCodes.Ldloc, _x);
        if (geometry.HasRows)
        {
            Il.Emit(OpCodes.Ldloc, _z);
            Il.Emit(OpCodes.Ldc_I4, geometry.Y);
            Il.Emit(OpCodes.Mul);
            Il.Emit(OpCodes.Ldloc, _y);
            Il.Emit(OpCodes.Add);
            Il.Emit(OpCodes.Ldc_I4, _plan.Frame.Pitch);
            Il.Emit(OpCodes.Mul);
            Il.Emit(OpCodes.Add);
        }

        Il.Emit(OpCodes.Stloc, _item);
    }

    private void SetFromFrame(LocalBuilder local, int offset)
    {
        FrameAddress(offset);
        Il.Emit(OpCodes.Ldind_I4);
        Il.Emit(OpCodes.Stloc, local);
    }

    private void Set(LocalBuilder local, int value)
    {
        Il.Emit(OpCodes.Ldc_I4, value);
        Il.Emit(OpCodes.Stloc, local);
    }

    private void Step(LocalBuilder local, int by)
    {
        Il.Emit(OpCodes.Ldloc, local);
        Il.Emit(OpCodes.Ldc_I4, by);
        Il.Emit(OpCodes.Add);
        Il.Emit(OpCodes.Stloc, local);
    }
}
