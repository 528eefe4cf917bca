// Back-propagation through time with the recurrent kernel in registers, or in part in shared memory: the formulas are LstmBackward's.
//
// Launch  as ResidentLstmForward. Sixteen neighbours have four units: each sums a sixteenth of dz for all four, then gets the sum of its own unit.
//         dz goes from step to step in shared memory, in two places in turn, so that a step has one barrier.
// Cost    2·T·m·H·4H floating-point operations; 16H² bytes of weights a group; 28·T·m·H bytes read, 16·T·m·H written.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch in one launch, for small models on CUDA.</summary>
internal sealed class ResidentLstmBackward
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, LstmBackwardBuffers, LstmShape, SpecializedValue<int>> launch, launchWide;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public ResidentLstmBackward(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<LstmBackwardBuffers, LstmShape, SpecializedValue<int>>(Kernel);
        launchWide = accelerator.LoadStreamKernel<LstmBackwardBuffers, LstmShape, SpecializedValue<int>>(WideKernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes; it has no use for the gradients by the cell states.</param>
    /// <param name="shape">The sizes, for which <see cref="GateLane.Suits"/>.</param>
    public void Run(LstmBackwardBuffers buffers, LstmShape shape) =>
        (GateLane.IsWide(shape.Hidden) ? launchWide : launch)(
            GateLane.Launch(accelerator, shape), buffers, shape, SpecializedValue.New(shape.Hidden));

    // All weights are in registers: no memory is needed for others.
    private static void Kernel(LstmBackwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden) =>
        Sequences(buffers, new(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary), buffers.GateGradients);

    [LaunchBounds(GateLane.MostItems, 1)]
    private static void WideKernel(LstmBackwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden) =>
        Sequences(buffers, new(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary), SharedMemory.GetDynamic<float>());

    private static void Sequences(LstmBackwardBuffers buffers, LstmShape shape, ArrayView<float> others)
    {
        var lane = GateLane.Of(shape.Hidden);
        var share = GateLane.Share(shape.Hidden);
        var weights = new ItemWeights(LocalMemory.Allocate<float>(share.Held), others, share);
        Load(buffers.RecurrentKernel, shape, weights);
        var gradients = SharedMemory.Allocate<float>(2 * new GradientSlice(shape.Hidden).Length);
        for (var sequence = Grid.IdxX; sequence < shape.Sequences; sequence += Grid.DimX)
        {
            for (var i = Group.IdxX; i < 2 * new GradientSlice(shape.Hidden).Length; i += Group.DimX) gradients[i] = 0f;
            Group.Barrier();
            Steps(buffers, shape, lane, sequence, weights, gradients);
        }
    }

    private static void Steps(
        LstmBackwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, ItemWeights weights, ArrayView<float> gradients)
    {
        var slice = new GradientSlice(shape.Hidden);
        var own = slice.PlaceOf(lane);
        var fromAfter = 0f;

        // What a step needs is asked for a step ahead, so that nothing waits for memory.
        var row = (shape.Steps - 1) * shape.Sequences + sequence;
        var (gate, unit) = (row * shape.Gates + lane.Column, row * shape.Hidden + lane.Near);
        var (gatesOfStep, unitsOfStep) = (shape.Sequences * shape.Gates, shape.Sequences * shape.Hidden);
        var state = buffers.Cells[unit];
        var before = shape.Steps > 1 ? buffers.Cells[unit - unitsOfStep] : 0f;
        var (value, given) = (buffers.Gates[gate], buffers.HiddenGradients[unit]);
        for (var t = shape.Steps - 1; t >= 0; t--)
        {
            var nextValue = t > 0 ? buffers.Gates[gate - gatesOfStep] : 0f;
            var nextGiven = t > 0 ? buffers.HiddenGradients[unit - unitsOfStep] : 0f;
            var nextBefore = t > 1 ? buffers.Cells[unit - 2 * unitsOfStep] : 0f;

            var gates = lane.Gather(value);
            var parts = HeldWeights.Sum(weights, gradients, (t & 1) * slice.Length + slice.Start, slice.Neighbour, slice.Neighbours);
            var sum = NeighbourSums.Total(NeighbourSums.Dealt(parts, GateLane.Gates));
            var step = LstmStep.Gradients(gates, ResidentGates.Tanh(state), before, given + sum, fromAfter);
            fromAfter = step.ToBefore;
            var gradient = lane.Own(step.Gates);
            if (lane.Exists)
            {
                gradients[((t + 1) & 1) * slice.Length + own] = gradient;
                buffers.GateGradients[gate] = gradient;
            }

            (state, before, value, given) = (before, nextBefore, nextValue, nextGiven);
            gate -= gatesOfStep;
            unit -= unitsOfStep;
            Group.Barrier();
        }
    }

    /// <summary>The work-item's sixteenth of four units' rows of the recurrent kernel, zeros for what is padding.</summary>
    private static void Load(ArrayView<float> recurrent, LstmShape shape, ItemWeights weights)
    {
        var slice = new GradientSlice(shape.Hidden);
        var first = Group.IdxX / GradientSlice.Items * HeldWeights.Columns;
        var share = weights.Share;
        if (share.HasOthers)
        {
            for (var n = share.Held / HeldWeights.Columns; n < share.Count / HeldWeights.Columns; n++)
            {
                var (column, isThere) = slice.ColumnOf(n);
                Quad.Store(
                    weights.Others,
                    share.PlaceOf(n * HeldWeights.Columns),
                    Weight(recurrent, shape, first, column, isThere),
                    Weight(recurrent, shape, first + 1, column, isThere),
                    Weight(recurrent, shape, first + 2, column, isThere),
                    Weight(recurrent, shape, first + 3, column, isThere));
            }
        }

        for (var n = 0; n < share.Held / HeldWeights.Columns; n++)
        {
            var (column, isThere) = slice.ColumnOf(n);
            for (var u = 0; u < HeldWeights.Columns; u++)
            {
                var weight = recurrent[XMath.Min(first + u, shape.Hidden - 1) * shape.Gates + column];
                weights.Registers[n * HeldWeights.Columns + u] = isThere ? weight : 0f;
            }
        }
    }

    private static float Weight(ArrayView<float> recurrent, LstmShape shape, int unit, int column, bool isThere)
    {
        var weight = recurrent[XMath.Min(unit, shape.Hidden - 1) * shape.Gates + column];
        return isThere ? weight : 0f;
    }
}
