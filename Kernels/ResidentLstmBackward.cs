// Back-propagation through time with the recurrent kernel in registers: the formulas are LstmBackward's.
//
// Launch  as ResidentLstmForward. Sixteen neighbours have four units: each sums a sixteenth of dz for all four, then gets the sum of its own unit.
//         dz goes from step to step in shared memory, in two places in turn, so that a step has one barrier.
// Cost    2·T·m·H·4H floating-point operations; 16H² bytes of weights a group; 28·T·m·H bytes read, 16·T·m·H written.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch in one launch, for small models on CUDA.</summary>
internal sealed class ResidentLstmBackward
{
    // The work-items that have four units.
    private const int Neighbours = HeldWeights.Columns * GateLane.Gates;

    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, LstmBackwardBuffers, LstmShape, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public ResidentLstmBackward(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<LstmBackwardBuffers, LstmShape, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes; it has no use for the gradients by the cell states.</param>
    /// <param name="shape">The sizes, for which <see cref="GateLane.Suits"/>.</param>
    public void Run(LstmBackwardBuffers buffers, LstmShape shape) =>
        launch(GateLane.Launch(accelerator, shape), buffers, shape, SpecializedValue.New(shape.Hidden));

    private static void Kernel(LstmBackwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden)
    {
        var shape = new LstmShape(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary);
        var lane = GateLane.Of(shape.Hidden);
        var weights = LocalMemory.Allocate<float>(PartOf(shape.Hidden));
        Load(buffers.RecurrentKernel, shape, weights);
        var gradients = SharedMemory.Allocate<float>(2 * GateLane.Gates * PartOf(shape.Hidden));
        for (var sequence = Grid.IdxX; sequence < shape.Sequences; sequence += Grid.DimX)
        {
            for (var i = Group.IdxX; i < 2 * GateLane.Gates * PartOf(shape.Hidden); i += Group.DimX) gradients[i] = 0f;
            Group.Barrier();
            Steps(buffers, shape, lane, sequence, weights, gradients);
        }
    }

    private static void Steps(
        LstmBackwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, ArrayView<float> weights, ArrayView<float> gradients)
    {
        var (length, depth) = (GateLane.Gates * PartOf(shape.Hidden), PartOf(shape.Hidden) / HeldWeights.Columns);
        var own = lane.Gate * PartOf(shape.Hidden) + lane.Unit;
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
            var parts = HeldWeights.Sum(weights, gradients, (t & 1) * length, depth, Group.IdxX % Neighbours, Neighbours);
            var sum = NeighbourSums.Total(NeighbourSums.Dealt(parts, GateLane.Gates));
            var step = LstmStep.Gradients(gates, ResidentGates.Tanh(state), before, given + sum, fromAfter);
            fromAfter = step.ToBefore;
            var gradient = lane.Own(step.Gates);
            if (lane.Exists)
            {
                gradients[((t + 1) & 1) * length + own] = gradient;
                buffers.GateGradients[gate] = gradient;
            }

            (state, before, value, given) = (before, nextBefore, nextValue, nextGiven);
            gate -= gatesOfStep;
            unit -= unitsOfStep;
            Group.Barrier();
        }
    }

    /// <summary>The work-item's sixteenth of four units' rows of the recurrent kernel, zeros for what is padding.</summary>
    private static void Load(ArrayView<float> recurrent, LstmShape shape, ArrayView<float> weights)
    {
        var first = Group.IdxX / Neighbours * HeldWeights.Columns;
        for (var n = 0; n < PartOf(shape.Hidden) / HeldWeights.Columns; n++)
        {
            var place = HeldWeights.PlaceOf(Group.IdxX % Neighbours, Neighbours, n);
            var (gate, k) = (place / PartOf(shape.Hidden), place % PartOf(shape.Hidden));
            var column = gate * shape.Hidden + XMath.Min(k, shape.Hidden - 1);
            for (var u = 0; u < HeldWeights.Columns; u++)
            {
                var weight = recurrent[XMath.Min(first + u, shape.Hidden - 1) * shape.Gates + column];
                weights[n * HeldWeights.Columns + u] = k < shape.Hidden ? weight : 0f;
            }
        }
    }

    /// <summary>The length of one gate's part of dz, with zeros behind it.</summary>
    private static int PartOf(int hidden) => HeldWeights.Length(hidden, GateLane.Gates);
}
