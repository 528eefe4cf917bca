using System.Diagnostics.CodeAnalysis;
using ILGPU.Compiler.Simd;

namespace ILGPU.Runtime.CPU;

/// <summary>A launch of a compiled kernel: its groups, or blocks of an extent, shared among threads. Kept and used again.</summary>
internal sealed unsafe class CompiledLaunch : RangeJob
{
    // Long enough to make up for taking a block, short enough to spread over cores; a short row is shared out in shorter ones.
    private const int LongestBlock = 1024;
    private const int BlocksOfWorker = 2;

    private CompiledVariant? _variant;
    private FramePool? _frames;
    private Index3D _grid;
    private int _blockLength;
    private int _blocksInRow;

    /// <summary>The arguments.</summary>
    public FrameArguments Arguments { get; } = new();

    /// <summary>Sets what is launched.</summary>
    /// <param name="variant">The kernel.</param>
    /// <param name="grid">The groups of the grid; of an implicitly grouped kernel, its extent.</param>
    /// <param name="dynamicSharedBytes">The dynamic memory of a group.</param>
    /// <param name="workers">The most threads that share the work.</param>
    public void Prepare(CompiledVariant variant, in Index3D grid, int dynamicSharedBytes, int workers)
    {
        _variant = variant;
        _frames = variant.FramesOf(dynamicSharedBytes);
        _grid = grid;
        _blockLength = BlockLength(grid.X, variant.Program.Together, workers);
        _blocksInRow = (int)(((long)grid.X + _blockLength - 1) / _blockLength);
        Units = variant.IsImplicit ? (long)_blocksInRow * grid.Y * grid.Z : (long)grid.X * grid.Y * grid.Z;
    }

    /// <summary>Lets go of the arguments.</summary>
    public void Clear()
    {
        Arguments.Clear();
        (_variant, _frames) = (null, null);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a group throws is thrown again at the launch.")]
    protected override void RunRange(long first, long end)
    {
        var pool = _frames!;
        byte* frame = pool.Rent();
        long unit = first;
        try
        {
            Arguments.Values.CopyTo(new(frame + Frame.Arguments, Arguments.Values.Length));
            ((int*)(frame + Frame.GridDimension))[0] = _grid.X;
            ((int*)(frame + Frame.GridDimension))[1] = _grid.Y;
            ((int*)(frame + Frame.GridDimension))[2] = _grid.Z;
            if (_variant!.IsImplicit) RunBlocks(frame, ref unit, end);
            else RunGroups(frame, ref unit, end);
        }
        catch (Exception error)
        {
            Fail(unit, error);
        }
        finally
        {
            pool.Return(frame);
        }
    }

    // In whole vectors as they are run together: what is left over at a block's end takes its time too.
    private static int BlockLength(int row, int together, int workers)
    {
        long share = (row / ((long)BlocksOfWorker * workers)) + 1;
        long chunks = (Math.Min(share, LongestBlock) + together - 1) / together;
        return (int)(chunks * together);
    }

    private void RunGroups(byte* frame, ref long unit, long end)
    {
        var body = _variant!.Program.Body;
        int* index = (int*)(frame + Frame.GridIndex);
        for (; unit < end; unit++)
        {
            (index[0], index[1], index[2]) = LaunchShape.At(_grid, unit);
            body(frame);
        }
    }

    // Blocks that follow each other in a row are one range.
    private void RunBlocks(byte* frame, ref long unit, long end)
    {
        var body = _variant!.Program.Body;
        while (unit < end)
        {
            long row = unit / _blocksInRow;
            long block = unit % _blocksInRow;
            long count = Math.Min(end - unit, _blocksInRow - block);
            *(int*)(frame + Frame.RangeStart) = (int)(block * _blockLength);
            *(int*)(frame + Frame.RangeEnd) = (int)Math.Min(_grid.X, (block + count) * _blockLength);
            *(int*)(frame + Frame.RowY) = (int)(row % _grid.Y);
            *(int*)(frame + Frame.RowZ) = (int)(row / _grid.Y);
            body(frame);
            unit += count;
        }
    }
}

/// <summary>A kernel compiled for one shape of groups and one set of specialised values.</summary>
internal sealed class CompiledVariant(SimdProgram program, GroupGeometry geometry, byte[] specialized)
{
    private FramePool _frames = new(program.FrameBytes);

    public SimdProgram Program { get; } = program;

    public bool IsImplicit => geometry.IsImplicit;

    /// <summary>Whether it is for a shape and these values.</summary>
    public bool IsFor(in GroupGeometry other, ReadOnlySpan<byte> values) => geometry == other && values.SequenceEqual(specialized);

    /// <summary>Frames with room for dynamic memory of the group.</summary>
    public FramePool FramesOf(int dynamicSharedBytes)
    {
        int bytes = checked(Program.FrameBytes + dynamicSharedBytes);
        var frames = _frames;
        return bytes <= frames.Bytes ? frames : _frames = new(bytes);
    }
}
