using GpuJazz.Kernels;
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>The LSTM layers of an update, one on the other: their launches, forward and backward.</summary>
/// <remarks>
/// The first layer takes a token's row of its kernel. A layer above takes h of the layer below: P = h·kernel [T, m, 4H] is made for all
/// rows at once, and then row r takes row r of P as a token takes its row of the kernel. So one kernel steps through time for all. Where
/// the first layer hears chords, P is made of tokens' and chords' rows.
/// </remarks>
internal sealed class LstmLayers : IDisposable
{
    private readonly ModelShape model;
    private readonly TrainingBuffers buffers;
    private readonly AcceleratorStream stream;
    private readonly Dense dense;
    private readonly LstmForward forward;
    private readonly Transpose transpose;
    private readonly LstmBackward backward;
    private readonly InputGradient inputGradient;
    private readonly EmbeddingGradient embeddingGradient;
    private readonly ChordInput chordInput;
    private readonly HeardChordRows? chordRows;
    private readonly WeightGradient weightGradient;
    private readonly LayerGradient layerGradient;
    private readonly Dropout dropout;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">Where to train.</param>
    /// <param name="model">H, V and L.</param>
    /// <param name="buffers">What the launches read and write.</param>
    /// <param name="precision">Of the factors of matrix products.</param>
    public LstmLayers(Accelerator accelerator, ModelShape model, TrainingBuffers buffers, Precision precision)
    {
        this.model = model;
        this.buffers = buffers;
        stream = accelerator.DefaultStream;
        dense = new Dense(accelerator, precision);
        forward = new LstmForward(accelerator, precision);
        transpose = new Transpose(accelerator);
        backward = new LstmBackward(accelerator, precision);
        inputGradient = new InputGradient(accelerator, precision);
        embeddingGradient = new EmbeddingGradient(accelerator);
        chordInput = new ChordInput(accelerator);
        chordRows = model.Chords > 0 ? new HeardChordRows(accelerator, model) : null;
        weightGradient = new WeightGradient(accelerator, precision);
        layerGradient = new LayerGradient(accelerator, precision);
        dropout = new Dropout(accelerator);
    }

    /// <summary>What the last layer gives, [T, m, H].</summary>
    public ArrayView<float> Output => OutputOf(model.Layers - 1);

    /// <summary>Queues all layers, the first first.</summary>
    /// <param name="tokens">[T, m]: the tokens, −1 for the zero vector.</param>
    /// <param name="chords">[T, m]: the chords, −1 for the zero vector; anything where the model hears none.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">What is dropped of the first layer's output; its rate is above 0 only if the buffers were made for dropout.</param>
    /// <param name="number">The rule's number of the update, where it lies on the accelerator: [1], or none.</param>
    public void Forward(ArrayView<int> tokens, ArrayView<int> chords, LstmShape shape, DropoutRule rule, ArrayView<int> number)
    {
        for (var layer = 0; layer < model.Layers; layer++)
        {
            var (rows, weights) = (tokens, Slice(buffers.Parameters, layer));
            if (layer > 0)
            {
                var products = buffers.GateGradients.View;
                dense.Run(
                    new(OutputOf(layer - 1), weights.Kernel, buffers.NoBias.View, products), shape.Rows, shape.Hidden, shape.Gates);
                (rows, weights) = (buffers.RowNumbers.View, weights with { Kernel = products });
            }
            else if (chordRows is not null)
            {
                var products = buffers.GateGradients.View;
                chordInput.Run(new(tokens, chords, weights.Kernel, chordRows.Of(buffers.Parameters.View), products), shape);
                (rows, weights) = (buffers.RowNumbers.View, weights with { Kernel = products });
            }

            forward.Run(new(rows, weights, Of(buffers.Gates, layer), Of(buffers.Cells, layer), Of(buffers.Hidden, layer)), shape);
            if (rule.Rate > 0) dropout.Run(Of(buffers.Hidden, layer), Of(buffers.Dropped, layer), shape, rule with { Layer = layer }, number);
        }
    }

    /// <summary>Queues all layers, the last first: from the gradient by the output to that by each layer's tensors.</summary>
    /// <param name="tokens">[T, m]: the tokens of the forward pass.</param>
    /// <param name="chords">[T, m]: its chords.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">The forward pass's.</param>
    /// <param name="number">The rule's number of the update, where it lies on the accelerator.</param>
    public void Backward(ArrayView<int> tokens, ArrayView<int> chords, LstmShape shape, DropoutRule rule, ArrayView<int> number)
    {
        for (var layer = model.Layers - 1; layer >= 0; layer--)
        {
            var gradients = buffers.HiddenGradients.View;
            if (rule.Rate > 0) dropout.Run(gradients, gradients, shape, rule with { Layer = layer }, number);
            Backward(layer, tokens, chords, shape);
        }
    }

    private void Backward(int layer, ArrayView<int> tokens, ArrayView<int> chords, LstmShape shape)
    {
        var (b, h, g) = (buffers, shape.Hidden, shape.Gates);
        var (weights, slopes) = (Slice(b.Parameters, layer), Slice(b.Gradients, layer));
        var (hidden, gateGradients) = (Of(b.Hidden, layer), b.GateGradients.View);
        if (backward.NeedsTransposed(h)) transpose.Run(weights.RecurrentKernel, b.TransposedRecurrent.View, h, g);
        backward.Run(
            new(
                weights.RecurrentKernel,
                b.TransposedRecurrent.View,
                Of(b.Gates, layer),
                Of(b.Cells, layer),
                b.HiddenGradients.View,
                gateGradients,
                b.CellGradients.View),
            shape);

        // The dense layer's gradients, which are made beside, have taken the memory of parts until now.
        stream.Join();
        if (layer == 0) stream.Beside(() => embeddingGradient.Run(tokens, gateGradients, slopes.Kernel, shape));
        layerGradient.Run(
            hidden,
            gateGradients,
            ParameterViews.RecurrentAndBias(b.Gradients.View, h, model.Vocabulary, model.Layers, layer),
            new(shape.Rows - shape.Sequences, h, g, shape.Sequences));
        if (layer == 0)
        {
            chordRows?.Gradient(chords, gateGradients, b.Gradients.View, shape);
            return;
        }

        weightGradient.Run(OutputOf(layer - 1), gateGradients, slopes.Kernel, new(shape.Rows, h, g, 0));
        transpose.Run(weights.Kernel, b.TransposedRecurrent.View, h, g);
        inputGradient.Run(gateGradients, b.TransposedRecurrent.View, b.HiddenGradients.View, shape.Rows, h, g);
    }

    private ArrayView<float> OutputOf(int layer) => Of(buffers.Dropped.Length > 0 ? buffers.Dropped : buffers.Hidden, layer);

    private ParameterViews Slice(MemoryBuffer1D<float, Stride1D.Dense> flat, int layer) =>
        ParameterViews.Of(flat.View, model.Hidden, model.Vocabulary, model.Layers, layer);

    /// <summary>A layer's part of a buffer that has one for each.</summary>
    private ArrayView<float> Of(MemoryBuffer1D<float, Stride1D.Dense> buffer, int layer)
    {
        var length = buffer.Length / model.Layers;
        return buffer.View.BaseView.SubView(layer * length, length);
    }

    /// <summary>Frees what the chords' rows take.</summary>
    public void Dispose() => chordRows?.Dispose();
}
