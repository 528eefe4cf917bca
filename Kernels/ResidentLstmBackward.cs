// Back-propagation through time with the recurrent kernel in registers: the formulas are LstmBackward's.
//
// Launch  as ResidentLstmForward. A work-item sums what reaches its unit through its gate; the unit's four lanes add up their parts. dz goes from
//         step to step in shared memory, in two places in turn, so that a step has one barrier.
// Cost    2·T·m·H·4H floating-point operations; 16H² bytes of weights a group; 28·T·m·H bytes read, 16·T·m·H written.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Back-propagation through all steps of a batch in one launch, for small models on CUDA.</summary>
internal sealed class ResidentLstmBackward
{
    // Between the gates' parts of dz, so that the four lanes of a unit, which read one each, read from banks of their own.
    private const int Padding = 8;

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
        var weights = LocalMemory.Allocate<float>(HeldWeights.Length(shape.Hidden));
        HeldWeights.Load(
            weights, buffers.TransposedRecurrent, lane.Gate * shape.Hidden * shape.Hidden + lane.Unit, shape.Hidden, shape.Hidden);
        var length = 2 * GateLane.Gates * Part(shape.Hidden);
        var gradients = SharedMemory.Allocate<float>(2 * GateLane.Gates * Part(shape.Hidden));
        for (var sequence = Grid.IdxX; sequence < shape.Sequences; sequence += Grid.DimX)
        {
            for (var i = Group.IdxX; i < length; i += Group.DimX) gradients[i] = 0f;
            Group.Barrier();
            Steps(buffers, shape, lane, sequence, weights, gradients);
        }
    }

    private static void Steps(
        LstmBackwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, ArrayView<float> weights, ArrayView<float> gradients)
    {
        var part = lane.Gate * Part(shape.Hidden);
        var column = lane.Gate * shape.Hidden + lane.Unit;
        var fromAfter = 0f;

        // What a step needs is asked for a step ahead, so that nothing waits for memory.
        var row = (shape.Steps - 1) * shape.Sequences + sequence;
        var state = State(buffers, shape, shape.Steps - 1, sequence, lane.Unit);
        var before = State(buffers, shape, shape.Steps - 2, sequence, lane.Unit);
        var own = buffers.Gates[row * shape.Gates + column];
        var given = buffers.HiddenGradients[row * shape.Hidden + lane.Unit];
        for (var t = shape.Steps - 1; t >= 0; t--)
        {
            row = t * shape.Sequences + sequence;
            var nextRow = XMath.Max(t - 1, 0) * shape.Sequences + sequence;
            var nextOwn = buffers.Gates[nextRow * shape.Gates + column];
            var nextGiven = buffers.HiddenGradients[nextRow * shape.Hidden + lane.Unit];
            var nextBefore = State(buffers, shape, t - 2, sequence, lane.Unit);

            var gates = lane.Gather(own);
            var sum = HeldWeights.Dot(weights, gradients, (t & 1) * GateLane.Gates * Part(shape.Hidden) + part, shape.Hidden);
            sum += Warp.ShuffleXor(sum, 1);
            sum += Warp.ShuffleXor(sum, 2);
            var step = LstmStep.Gradients(gates, state, before, given + sum, fromAfter);
            fromAfter = step.ToBefore;
            var gradient = lane.Own(step.Gates);
            if (lane.Exists)
            {
                buffers.GateGradients[row * shape.Gates + column] = gradient;
                gradients[((t + 1) & 1) * GateLane.Gates * Part(shape.Hidden) + part + lane.Unit] = gradient;
            }

            (state, before, own, given) = (before, nextBefore, nextOwn, nextGiven);
            Group.Barrier();
        }
    }

    private static int Part(int hidden) => HeldWeights.Length(hidden) + Padding;

    private static float State(LstmBackwardBuffers buffers, LstmShape shape, int t, int sequence, int unit) =>
        t < 0 ? 0f : buffers.Cells[(t * shape.Sequences + sequence) * shape.Hidden + unit];
}
