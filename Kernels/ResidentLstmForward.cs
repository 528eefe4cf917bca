// The LSTM through all T steps with its recurrent kernel in registers, or in part in shared memory: the formula is LstmForward's.
//
// Launch  as many groups as run at once; a group takes sequence by sequence through all steps. Four neighbours have a unit: each sums a quarter of h for
//         all four gates, then gets the sum of its own gate. h goes from step to step in shared memory, in two places in turn, so that a
//         step has one barrier.
// Cost    2·T·m·H·4H floating-point operations; 16H² bytes of weights a group; 24·T·m·H bytes written.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The LSTM through all steps of a batch in one launch, for small models on CUDA.</summary>
internal sealed class ResidentLstmForward
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, LstmForwardBuffers, LstmShape, SpecializedValue<int>> launch, launchWide;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public ResidentLstmForward(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<LstmForwardBuffers, LstmShape, SpecializedValue<int>>(Kernel);
        launchWide = accelerator.LoadStreamKernel<LstmForwardBuffers, LstmShape, SpecializedValue<int>>(WideKernel);
    }

    /// <summary>Queues one pass on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes, for which <see cref="GateLane.Suits"/>.</param>
    public void Run(LstmForwardBuffers buffers, LstmShape shape) =>
        (GateLane.IsWide(shape.Hidden) ? launchWide : launch)(
            GateLane.Launch(accelerator, shape), buffers, shape, SpecializedValue.New(shape.Hidden));

    // All weights are in registers: no memory is needed for others.
    private static void Kernel(LstmForwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden) =>
        Sequences(buffers, new(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary), buffers.Hidden);

    [LaunchBounds(GateLane.MostItems, 1)]
    private static void WideKernel(LstmForwardBuffers buffers, LstmShape sizes, SpecializedValue<int> hidden) =>
        Sequences(buffers, new(sizes.Sequences, sizes.Steps, hidden, sizes.Vocabulary), SharedMemory.GetDynamic<float>());

    private static void Sequences(LstmForwardBuffers buffers, LstmShape shape, ArrayView<float> others)
    {
        var lane = GateLane.Of(shape.Hidden);
        var share = GateLane.Share(shape.Hidden);
        var weights = new ItemWeights(LocalMemory.Allocate<float>(share.Held), others, share);
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
        LstmForwardBuffers buffers, LstmShape shape, GateLane lane, int sequence, ItemWeights weights, ArrayView<float> outputs)
    {
        var parameters = buffers.Parameters;
        var length = Length(shape.Hidden);
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
            var parts = HeldWeights.Sum(weights, outputs, (t & 1) * length, lane.Gate, GateLane.Gates);
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
    private static void Load(ArrayView<float> recurrent, LstmShape shape, GateLane lane, ItemWeights weights)
    {
        var share = weights.Share;
        if (share.HasOthers)
        {
            for (var n = share.Held / HeldWeights.Columns; n < share.Count / HeldWeights.Columns; n++)
            {
                var four = Weights(recurrent, shape, lane, n);
                Quad.Store(weights.Others, share.PlaceOf(n * HeldWeights.Columns), four.Input, four.Forget, four.Candidate, four.Output);
            }
        }

        for (var n = 0; n < share.Held / HeldWeights.Columns; n++)
        {
            var four = Weights(recurrent, shape, lane, n);
            weights.Registers[n * HeldWeights.Columns] = four.Input;
            weights.Registers[n * HeldWeights.Columns + 1] = four.Forget;
            weights.Registers[n * HeldWeights.Columns + 2] = four.Candidate;
            weights.Registers[n * HeldWeights.Columns + 3] = four.Output;
        }
    }

    private static UnitGates Weights(ArrayView<float> recurrent, LstmShape shape, GateLane lane, int n)
    {
        var k = HeldWeights.PlaceOf(lane.Gate, GateLane.Gates, n);
        var gates = UnitGates.Load(recurrent, (k < shape.Hidden ? k : 0) * shape.Gates, shape.Hidden, lane.Near);
        return new(
            k < shape.Hidden ? gates.Input : 0f,
            k < shape.Hidden ? gates.Forget : 0f,
            k < shape.Hidden ? gates.Candidate : 0f,
            k < shape.Hidden ? gates.Output : 0f);
    }

    private static int Length(int hidden) => HeldWeights.Length(hidden, GateLane.Gates);

    private static int Token(LstmForwardBuffers buffers, LstmShape shape, int t, int sequence) =>
        t < shape.Steps ? buffers.Tokens[t * shape.Sequences + sequence] : -1;
}
