using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>Launches each kernel of the project on buffers of just the length that it may use.</summary>
internal sealed class EachKernel(Accelerator accelerator, LstmShape shape) : IDisposable
{
    private const int Seed = 1959;
    private const int Layers = 2;
    private const int Chords = 7;
    private const int Form = 6;
    private const int Period = 3;

    private readonly Workbench bench = new(accelerator, Seed);
    private readonly Unwritten unwritten = new(accelerator);
    private readonly int parameterCount = ParameterViews.Count(shape.Hidden, shape.Vocabulary);

    public void Run()
    {
        ByThemselves();
        ByTiles();
        InAnUpdate(new());
        InAnUpdate(new TrainingSettings { Dropout = 0.5, ClipNorm = 0.1 }.With(OptimizerKind.RmsProp));
        InAnUpdate(new(), Chords);
        Improvise(SamplingRule.Argmax);
        Improvise(new(1, 0, 1, Seed));
        Improvise(new(1, 3, 1, Seed));
        Improvise(new(1, 0, 0.7f, Seed));
        Improvise(new(2, 2, 0.9f, Seed));
        Improvise(new(1, 0, 1, Seed, Penalty: 2));
        Improvise(SamplingRule.Argmax, Chords);
        Improvise(new(1, 3, 0.7f, Seed), Chords);
        accelerator.Synchronize();
    }

    public void Dispose()
    {
        unwritten.Dispose();
        bench.Dispose();
    }

    /// <summary>Each after those that write what it reads: nothing else is written beforehand but what the host gives.</summary>
    private void ByThemselves()
    {
        var (rows, h, v, gateColumns) = (shape.Rows, shape.Hidden, shape.Vocabulary, shape.Gates);
        var (tokens, targets) = (bench.Upload(bench.Tokens(rows, v)), bench.Upload(bench.Tokens(rows, v)));
        var (parameters, slopes) = (bench.Upload(bench.Numbers(parameterCount)), Floats(parameterCount));
        var (weights, weightSlopes) = (ParameterViews.Of(parameters, h, v), ParameterViews.Of(slopes, h, v));
        var (gates, cells, hidden) = (Floats(rows * gateColumns), Floats(rows * h), Floats(rows * h));
        var (logits, losses, hits) = (Floats(rows * v), Floats(rows), Ints(rows));
        new LstmForward(accelerator).Run(new(tokens, weights, gates, cells, hidden), shape);
        new Dense(accelerator).Run(new(hidden, weights.DenseKernel, weights.DenseBias, logits), rows, h, v);
        new SoftmaxCrossEntropy(accelerator).Run(new(logits, targets, losses, hits), shape);
        var denseLoss = new DenseLoss(accelerator);
        if (denseLoss.Suits(h, v))
        {
            denseLoss.Run(
                new(hidden, weights.DenseKernel, weights.DenseBias, targets, logits, Floats(rows * h), losses, hits), shape);
        }

        new StepMetrics(accelerator).Run(
            new(losses, hits, bench.Upload(new double[shape.Steps]), bench.Upload(new int[shape.Steps])), shape);

        var transpose = new Transpose(accelerator);
        var (transposedDense, transposedRecurrent) = (Floats(h * v), Floats(gateColumns * h));
        var (hiddenSlopes, gateSlopes, cellSlopes) = (Floats(rows * h), Floats(rows * gateColumns), Floats(rows * h));
        transpose.Run(weights.DenseKernel, transposedDense, h, v);
        new InputGradient(accelerator).Run(logits, transposedDense, hiddenSlopes, rows, h, v);
        transpose.Run(weights.RecurrentKernel, transposedRecurrent, h, gateColumns);
        new LstmBackward(accelerator).Run(new(weights.RecurrentKernel, transposedRecurrent, gates, cells, hiddenSlopes, gateSlopes, cellSlopes), shape);

        var weightGradient = new WeightGradient(accelerator);
        var biasGradient = new BiasGradient(accelerator);
        new EmbeddingGradient(accelerator).Run(tokens, gateSlopes, weightSlopes.Kernel, shape);
        weightGradient.Run(hidden, gateSlopes, weightSlopes.RecurrentKernel, new(rows - shape.Sequences, h, gateColumns, shape.Sequences));
        biasGradient.Run(gateSlopes, weightSlopes.Bias, rows, gateColumns);
        weightGradient.Run(hidden, logits, weightSlopes.DenseKernel, new(rows, h, v, 0));
        biasGradient.Run(logits, weightSlopes.DenseBias, rows, v);
        var (first, second) = (bench.Upload(new double[parameterCount]), bench.Upload(new double[parameterCount]));
        new Adam(accelerator).Run(new(parameters, slopes, first, second), 0.01f);
        var chordKernel = bench.Upload(bench.Numbers(Chords * gateColumns));
        new ChordInput(accelerator).Run(new(tokens, bench.Upload(bench.Tokens(rows, Chords)), weights.Kernel, chordKernel, Floats(rows * gateColumns)), shape);
        new MultiplyAdds(accelerator).Run(bench.Upload(new double[12]), 3, 4, new(0.5f, 1, 2));
    }

    /// <summary>The sum of a batch's parts, and the products by tiles, at sizes at which models do without them.</summary>
    private void ByTiles()
    {
        var (rows, h, v, gateColumns) = (shape.Rows, shape.Hidden, shape.Vocabulary, shape.Gates);
        var weights = ParameterViews.Of(bench.Upload(bench.Numbers(parameterCount)), h, v);
        var (gates, cells, hidden, hiddenSlopes) = (Floats(rows * gateColumns), Floats(rows * h), Floats(rows * h), Floats(rows * h));
        var (transposed, logits, slopes) = (Floats(gateColumns * h), Floats(rows * v), Floats(h * v));
        new SteppedLstmForward(accelerator, Precision.Tf32).Run(new(bench.Upload(bench.Tokens(rows, v)), weights, gates, cells, hidden), shape);
        new Dense(accelerator, Precision.Bf16).Run(new(hidden, weights.DenseKernel, weights.DenseBias, logits), rows, h, v);
        new WeightGradient(accelerator, Precision.Bf16).Run(hidden, logits, slopes, new(rows, h, v, 0));
        new InputGradient(accelerator, Precision.Tf32).Run(logits, slopes, hiddenSlopes, rows, h, v);

        // So deep that it falls into parts.
        new Dense(accelerator, Precision.Bf16).Run(
            new(bench.Upload(bench.Numbers(512)), bench.Upload(bench.Numbers(1024)), bench.Upload(bench.Numbers(2)), Floats(2)), 1, 512, 2);
        Product(new(ProductOptions.None, Precision.Fp32));
        Product(new(ProductOptions.LeftIsTransposed, Precision.Fp32));
        Product(new(ProductOptions.None, Precision.Tf32));
        Product(new(ProductOptions.LeftIsTransposed | ProductOptions.Accumulates, Precision.Bf16));
        new GradientSum(accelerator).Run(slopes, Floats(h * v), new BatchPart(0, 1, 2));
        new Transpose(accelerator).Run(weights.RecurrentKernel, transposed, h, gateColumns);
        new SteppedLstmBackward(accelerator, Precision.Fp32).Run(
            new(weights.RecurrentKernel, transposed, gates, cells, hiddenSlopes, Floats(rows * gateColumns), Floats(rows * h)), shape);
    }

    /// <summary>Of 5 × 7 with 35 k, as GPUs with tensor cores make it: where groups may have four warps.</summary>
    private void Product(ProductForm form)
    {
        if (accelerator.MaxNumThreadsPerGroup < 4 * 32) return;
        var (a, b, c) = (bench.Upload(bench.Numbers(35 * 5)), bench.Upload(bench.Numbers(35 * 7)), bench.Upload(bench.Numbers(35)));
        var left = form.Has(ProductOptions.LeftIsTransposed) ? 5 : 35;
        new MatrixProduct(accelerator, usesTensors: true).Run(new(a, b, b, c), new(5, 7, 35, left, 7, 7), form);
    }

    private void InAnUpdate(TrainingSettings settings, int chordCount = 0)
    {
        var (inputs, targets) = (bench.Tokens(shape.Rows, shape.Vocabulary), bench.Tokens(shape.Rows, shape.Vocabulary));
        var model = new ModelShape(shape.Hidden, shape.Vocabulary, Layers, chordCount);
        using var update = new TrainingUpdate(accelerator, model, shape.Sequences, shape.Steps, settings);

        // The zeros that are there do not count as written (see Unwritten).
        foreach (var property in typeof(TrainingBuffers).GetProperties())
        {
            var value = property.GetValue(update.Buffers);
            if (value is MemoryBuffer1D<float, Stride1D.Dense> floats) floats.CopyFromCPU(new float[floats.Length]);
            if (value is MemoryBuffer1D<int, Stride1D.Dense> ints) ints.CopyFromCPU(new int[ints.Length]);
        }

        update.Buffers.Parameters.CopyFromCPU(Initializers.Create(model, Seed));
        var chords = chordCount > 0 ? bench.Upload(bench.Tokens(shape.Rows, chordCount)) : default;
        update.ComputeGradients(bench.Upload(inputs), bench.Upload(targets), shape.Sequences, chords: chords);
        update.Apply(0.01);
        InTurn(update, inputs, targets, chordCount);
        accelerator.Synchronize();
    }

    /// <summary>An update as the second of an epoch of two.</summary>
    private void InTurn(TrainingUpdate update, int[] inputs, int[] targets, int chordCount)
    {
        var (cursor, stepSize) = (bench.Upload([1, 7]), Floats(1));
        var (batchInputs, batchTargets) = (Ints(inputs.Length), Ints(targets.Length));
        var next = new NextBatch(accelerator);
        next.Fetch(
            new(
                bench.Upload([.. inputs, .. inputs]),
                bench.Upload([.. targets, .. targets]),
                bench.Upload([0.01, 0.02]),
                cursor,
                batchInputs,
                batchTargets,
                stepSize),
            inputs.Length,
            0,
            inputs.Length);
        var chords = Ints(inputs.Length);
        if (chordCount > 0)
            next.FetchChords(
                bench.Upload(bench.Tokens(2 * inputs.Length, chordCount)), cursor, chords, inputs.Length, 0, inputs.Length);
        update.ComputeGradients(batchInputs, batchTargets, new BatchPart(0, shape.Sequences, shape.Sequences), cursor.SubView(1, 1), chords);
        update.Apply(stepSize);
        next.Advance(cursor);
    }

    private void Improvise(SamplingRule rule, int chordCount = 0)
    {
        var solos = new ImprovisationShape(2, 3, shape.Hidden, shape.Vocabulary, Layers, Chords: chordCount, Form: Form, Period: Period);
        var parameters = bench.Upload(bench.Numbers(ParameterViews.Count(shape.Hidden, shape.Vocabulary, Layers) + (chordCount * shape.Gates)));
        new Improvisation(accelerator).Run(
            new(
                ParameterViews.Of(parameters, shape.Hidden, shape.Vocabulary, Layers),
                ParameterViews.LayersAbove(parameters, shape.Hidden, shape.Vocabulary, Layers),
                Floats(solos.Solos * shape.Gates),
                Floats(Layers * solos.Solos * shape.Hidden),
                Floats(Layers * solos.Solos * shape.Hidden),
                Floats(solos.Solos * shape.Vocabulary),
                Ints(solos.Solos * solos.Notes),
                chordCount == 0
                    ? default
                    : new(
                        ParameterViews.ChordKernel(parameters, shape.Hidden, shape.Vocabulary, Layers, chordCount),
                        bench.Upload(bench.Tokens(Form, chordCount)),
                        bench.Upload([.. Enumerable.Range(0, Period * shape.Vocabulary)]),
                        Ints(solos.Solos * solos.Notes))),
            solos,
            rule);
    }

    private ArrayView<float> Floats(int count) => unwritten.Marked(bench.Upload(new double[count]));

    private ArrayView<int> Ints(int count) => unwritten.Marked(bench.Upload(new int[count]));
}
