using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Finds the likeliest line of tokens, or nearly: of the lines so far it goes on from the W likeliest, all in one launch a step.</summary>
/// <remarks>
/// The steps are those of <see cref="Improvisation"/>, a note a launch, with the states put in the order of their lines in between. A line
/// that is long enough is put aside and judged by the mean of ln p over its tokens, so that long lines are not worse for being long; once W
/// are put aside the best of them is taken. Nothing is drawn: the same model gives the same line. Of equals the lower tokens win.
/// </remarks>
public sealed class BeamSearch : IDisposable
{
    /// <summary>The most lines that may be followed.</summary>
    public const int MostWidth = 1024;

    private readonly Accelerator accelerator;
    private readonly ModelShape shape;
    private readonly int width;
    private readonly Improvisation kernel;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> parameters, gates, hidden, cells, logits;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> lastTokens;

    /// <summary>Loads the kernel and the parameters.</summary>
    /// <param name="accelerator">Where to search; must outlive this object.</param>
    /// <param name="shape">H, V and L.</param>
    /// <param name="parameters">[P], in the layout of <see cref="ParameterViews"/>.</param>
    /// <param name="width">W, how many lines are followed; 1 takes the likeliest token each time.</param>
    /// <exception cref="ModelException">There are more or fewer parameters than the shape says, or the width is out of range.</exception>
    public BeamSearch(Accelerator accelerator, ModelShape shape, float[] parameters, int width)
    {
        if (parameters.Length != shape.ParameterCount)
            throw new ModelException($"a model of this shape has {shape.ParameterCount} parameters, not {parameters.Length}");
        if (width is < 1 or > MostWidth) throw new ModelException($"--beam must be a number from 1 to {MostWidth}");
        this.accelerator = accelerator;
        this.shape = shape;
        this.width = width;
        kernel = new Improvisation(accelerator);
        this.parameters = accelerator.Allocate1D(parameters);
        gates = accelerator.Allocate1D<float>((long)width * shape.GateColumns);
        hidden = accelerator.Allocate1D<float>((long)shape.Layers * width * shape.Hidden);
        cells = accelerator.Allocate1D<float>((long)shape.Layers * width * shape.Hidden);
        logits = accelerator.Allocate1D<float>((long)width * shape.Vocabulary);
        lastTokens = accelerator.Allocate1D<int>(2 * width);
    }

    /// <summary>Finds a line.</summary>
    /// <param name="heard">The tokens, 0 to V − 1, that it goes on from; none to begin anew.</param>
    /// <param name="isLongEnough">Whether a line, without what was heard, is done; a line that is done is not gone on from.</param>
    /// <param name="mostTokens">A line of so many tokens is done in any case; at least 1.</param>
    /// <returns>The tokens of the best line found, and the mean of ln p over them.</returns>
    public (int[] Tokens, double MeanLogProbability) Find(IReadOnlyList<int> heard, Func<int[], bool> isLongEnough, int mostTokens)
    {
        List<Line> open = [new Line([], 0, 0)], done = [];
        Hear(heard);
        for (var length = 1; open.Count > 0 && done.Count < width; length++)
        {
            var lines = Continued(open);
            done.AddRange(lines.Where(IsDone));
            open = [.. lines.Where(line => !IsDone(line))];
            if (open.Count > 0 && done.Count < width) Step(open);

            bool IsDone(Line line) => length >= mostTokens || isLongEnough(line.Tokens);
        }

        var best = done.MaxBy(line => line.Mean)!;
        return (best.Tokens, best.Mean);
    }

    /// <summary>The W likeliest lines that are one token longer.</summary>
    private List<Line> Continued(List<Line> open)
    {
        var all = logits.GetAsArray1D();
        var ways = new List<(double LogProbability, int Row, int Token)>(open.Count * shape.Vocabulary);
        for (var row = 0; row < open.Count; row++)
        {
            var own = all.AsSpan(row * shape.Vocabulary, shape.Vocabulary);
            var highest = double.NegativeInfinity;
            foreach (var logit in own) highest = Math.Max(highest, logit);
            var sum = 0.0;
            foreach (var logit in own) sum += Math.Exp(logit - highest);
            var total = highest + Math.Log(sum);
            for (var token = 0; token < own.Length; token++) ways.Add((open[row].LogProbability + own[token] - total, row, token));
        }

        return
        [
            .. ways.OrderByDescending(way => way.LogProbability).Take(width)
                .Select(way => new Line([.. open[way.Row].Tokens, way.Token], way.LogProbability, way.Row)),
        ];
    }

    /// <summary>From the start through what was heard, to the logits of the first token.</summary>
    private void Hear(IReadOnlyList<int> heard)
    {
        using var notes = accelerator.Allocate1D<int>([.. heard, 0]);
        Run(notes.View, new(1, heard.Count + 1, shape.Hidden, shape.Vocabulary, shape.Layers, Given: heard.Count));
        SpreadStates([0], rowsBefore: 1);
    }

    /// <summary>From the states of the lines' beginnings to the logits of what may follow the lines.</summary>
    private void Step(List<Line> lines)
    {
        SpreadStates([.. lines.Select(line => line.Row)], width);
        var last = new int[2 * width];
        for (var row = 0; row < lines.Count; row++) last[2 * row] = lines[row].Tokens[^1];
        lastTokens.CopyFromCPU(last);
        Run(lastTokens.View, new(width, 2, shape.Hidden, shape.Vocabulary, shape.Layers, First: 1, Given: 1));
    }

    // The likeliest token is picked too, and not looked at: picking it leaves the logits as they are.
    private void Run(ArrayView<int> notes, ImprovisationShape sizes)
    {
        var views = ParameterViews.Of(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        var above = ParameterViews.LayersAbove(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        kernel.Run(new(views, above, gates.View, hidden.View, cells.View, logits.View, notes), sizes, SamplingRule.Argmax);
        accelerator.Synchronize();
    }

    /// <summary>Puts the states of some rows in the first rows, layer by layer.</summary>
    private void SpreadStates(int[] rows, int rowsBefore)
    {
        foreach (var buffer in (MemoryBuffer1D<float, Stride1D.Dense>[])[hidden, cells])
        {
            var before = buffer.GetAsArray1D();
            var after = new float[before.Length];
            for (var layer = 0; layer < shape.Layers; layer++)
                for (var row = 0; row < rows.Length; row++)
                    before.AsSpan(((layer * rowsBefore) + rows[row]) * shape.Hidden, shape.Hidden).CopyTo(after.AsSpan(((layer * width) + row) * shape.Hidden));
            buffer.CopyFromCPU(after);
        }
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        parameters.Dispose();
        gates.Dispose();
        hidden.Dispose();
        cells.Dispose();
        logits.Dispose();
        lastTokens.Dispose();
    }

    /// <summary>A line so far.</summary>
    /// <param name="Tokens">Its tokens.</param>
    /// <param name="LogProbability">ln p of all of them.</param>
    /// <param name="Row">Where the state before its last token stands.</param>
    private sealed record Line(int[] Tokens, double LogProbability, int Row)
    {
        public double Mean => LogProbability / Tokens.Length;
    }
}
