// The LSTM through all T steps with its recurrent kernel in registers: the formula is LstmForward's.
//
// Launch  as many groups as run at once; a group takes sequence by sequence through all steps. A work-item has one gate of one unit and holds its
//         H weights. h goes from step to step in shared memory, in two places in turn, so that a step has one barrier.
// Cost    2·T·m·H·4H floating-point operations; 16H² bytes of weights a group; 24·T·m·H bytes written.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The LSTM through all steps of a batch in one launch, for small models on CUDA.</summary>
internal sealed class ResidentLstmForward
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, LstmForwardBuffers, LstmShape, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public ResidentLstmForward(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<LstmForwardBuffers, LstmShape, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes, for which <see cref="GateLane.Suits"/>.</param>
    public void Run(LstmForwardBuffers buffers, LstmShape shape) =>
        launch(GateLane.Launch(accelerator, shape), buffers, shape, SpecializedValue.New(shape.Hidden));

    private static void Kernel(LstmForwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden)
    {
        var shape = new LstmShape(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary);
        var lane = GateLane.Of(shape.Hidden);
        var column = lane.Gate * shape.Hidden + lane.Unit;
        var weights = LocalMemory.Allocate<float>(HeldWeights.Length(shape.Hidden));
        HeldWeights.Load(weights, buffers.Parameters.RecurrentKernel, column, shape.Gates, shape.Hidden);
        var outputs = SharedMemory.Allocate<float>(2 * HeldWeights.Length(shape.Hidden));
        for (var sequence = Grid.IdxX; sequence < shape.Sequences; sequence += Grid.DimX)
        {
            for (var i = Group.IdxX; i < 2 * HeldWeights.Length(shape.Hidden); i += Group.DimX) outputs[i] = 0f;
            Group.Barrier();
            Steps(buffers, shape, lane, sequence, column, weights, outputs);
        }
    }

    private static void Steps(
        LstmForwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, int column, ArrayView<float> weights, ArrayView<float> outputs)
    {
        var parameters = buffers.Parameters;
        var length = HeldWeights.Length(shape.Hidden);
        var bias = parameters.Bias[column];
        var state = 0f;

        // What a step adds is asked for a step ahead, and its token two, so that nothing waits for memory.
        var input = parameters.OfToken(buffers.Tokens[sequence], shape.Gates, column);
        var token = Token(buffers, shape, 1, sequence);
        for (var t = 0; t < shape.Steps; t++)
        {
            var next = parameters.OfToken(token, shape.Gates, column);
            token = Token(buffers, shape, t + 2, sequence);
            var z = input + HeldWeights.Dot(weights, outputs, (t & 1) * length, shape.Hidden) + bias;
            var value = LstmCell.Gate(z, lane.Gate == 2);
            var gates = lane.Gather(value);
            state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, state);
            var output = LstmCell.Output(gates.Output, state);
            if (lane.Exists)
            {
                var row = t * shape.Sequences + sequence;
                var here = row * shape.Hidden + lane.Unit;
                buffers.Gates[row * shape.Gates + column] = value;
                if (lane.Gate == 0) outputs[((t + 1) & 1) * length + lane.Unit] = output;
                if (lane.Gate == 1) buffers.Cells[here] = state;
                if (lane.Gate == 2) buffers.Hidden[here] = output;
            }

            input = next;
            Group.Barrier();
        }
    }

    private static int Token(LstmForwardBuffers buffers, LstmShape shape, int t, int sequence) =>
        t < shape.Steps ? buffers.Tokens[t * shape.Sequences + sequence] : -1;
}
