// The LSTM through all T steps with its recurrent kernel in registers: the formula is LstmForward's.
//
// Launch  as many groups as run at once; a group takes sequence by sequence through all steps. Four neighbours have a unit: each sums a quarter of h for
//         all four gates, then gets the sum of its own gate. h goes from step to step in shared memory, in two places in turn, so that a
//         step has one barrier.
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
        var weights = LocalMemory.Allocate<float>(Length(shape.Hidden));
        Load(buffers.Parameters.RecurrentKernel, shape, lane, weights);
        var outputs = SharedMemory.Allocate<float>(2 * Length(shape.Hidden));
        for (var sequence = Grid.IdxX; sequence < shape.Sequences; sequence += Grid.DimX)
        {
            for (var i = Group.IdxX; i < 2 * Length(shape.Hidden); i += Group.DimX) outputs[i] = 0f;
            Group.Barrier();
            Steps(buffers, shape, lane, sequence, weights, outputs);
        }
    }

    private static void Steps(
        LstmForwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, ArrayView<float> weights, ArrayView<float> outputs)
    {
        var parameters = buffers.Parameters;
        var (length, depth) = (Length(shape.Hidden), Length(shape.Hidden) / GateLane.Gates);
        var bias = parameters.Bias[lane.Column];
        var isCandidate = lane.Gate == 2 ? 1 : 0;
        var state = 0f;

        // What a step adds is asked for a step ahead, and its token two, so that nothing waits for memory.
        var input = parameters.OfToken(buffers.Tokens[sequence], shape.Gates, lane.Column);
        var token = Token(buffers, shape, 1, sequence);
        var (gate, unit) = (sequence * shape.Gates + lane.Column, sequence * shape.Hidden + lane.Unit);
        for (var t = 0; t < shape.Steps; t++)
        {
            var next = parameters.OfToken(token, shape.Gates, lane.Column);
            token = Token(buffers, shape, t + 2, sequence);
            var parts = HeldWeights.Sum(weights, outputs, (t & 1) * length, depth, lane.Gate, GateLane.Gates);
            var value = ResidentGates.Of(input + NeighbourSums.Dealt(parts, 1) + bias, isCandidate);
            var gates = lane.Gather(value);
            state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, state);
            var output = gates.Output * ResidentGates.Tanh(state);
            if (lane.Exists)
            {
                if (lane.Gate == 0) outputs[((t + 1) & 1) * length + lane.Unit] = output;
                buffers.Gates[gate] = value;
                if (lane.Gate == 1) buffers.Cells[unit] = state;
                if (lane.Gate == 2) buffers.Hidden[unit] = output;
            }

            input = next;
            gate += shape.Sequences * shape.Gates;
            unit += shape.Sequences * shape.Hidden;
            Group.Barrier();
        }
    }

    /// <summary>The lane's quarter of the columns of its unit's gates, zeros for what is padding.</summary>
    private static void Load(ArrayView<float> recurrent, LstmShape shape, GateLane lane, ArrayView<float> weights)
    {
        for (var n = 0; n < Length(shape.Hidden) / GateLane.Gates; n++)
        {
            var k = HeldWeights.PlaceOf(lane.Gate, GateLane.Gates, n);
            var gates = UnitGates.Load(recurrent, (k < shape.Hidden ? k : 0) * shape.Gates, shape.Hidden, lane.Near);
            weights[n * HeldWeights.Columns] = k < shape.Hidden ? gates.Input : 0f;
            weights[n * HeldWeights.Columns + 1] = k < shape.Hidden ? gates.Forget : 0f;
            weights[n * HeldWeights.Columns + 2] = k < shape.Hidden ? gates.Candidate : 0f;
            weights[n * HeldWeights.Columns + 3] = k < shape.Hidden ? gates.Output : 0f;
        }
    }

    private static int Length(int hidden) => HeldWeights.Length(hidden, GateLane.Gates);

    private static int Token(LstmForwardBuffers buffers, LstmShape shape, int t, int sequence) =>
        t < shape.Steps ? buffers.Tokens[t * shape.Sequences + sequence] : -1;
}
