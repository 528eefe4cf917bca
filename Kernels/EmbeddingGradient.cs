// The gradient of the LSTM's kernel. The forward pass picks a row of it for each token, as an embedding does, so that each row's
// gradient is the sum of the gate gradients where its token stood.
//
//   dK[v,n] = Σ dz[r,n] over the rows r with token[r] = v
//
// No atomics on sums: they are taken in the same order on each run.
//
// Launch  on a CPU one work-item a gate column: it owns the column for all tokens. Elsewhere a group a token and up to 64 columns: it looks for
//         the token's rows a thousand at a time, and each of its eight rows of work-items adds up those of an eighth of them.
// Cost    T·m·4H additions and V·4H stores; elsewhere also V·T·m·4H / 64 comparisons.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The gradient of a row gather: rows of dz added where their token stands.</summary>
public sealed class EmbeddingGradient
{
    private const int MostColumns = 64;
    private const int LeastColumns = 32;
    private const int Parts = 8;

    private readonly Accelerator accelerator;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape> launch;
    private readonly Action<KernelConfig, ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape> launchGroups;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public EmbeddingGradient(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape>(Kernel);
        launchGroups = accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape>(GroupKernel);
    }

    /// <summary>Queues one sum on the default stream.</summary>
    /// <param name="tokens">[T, m] read: the tokens, −1 for the zero vector.</param>
    /// <param name="gateGradients">dz [T, m, 4H], read.</param>
    /// <param name="kernelGradients">dK [V, 4H], written; rows of tokens that do not occur become zero.</param>
    /// <param name="shape">The sizes.</param>
    public void Run(ArrayView<int> tokens, ArrayView<float> gateGradients, ArrayView<float> kernelGradients, LstmShape shape)
    {
        var columns = Math.Min(MostColumns, GroupSize.Most(accelerator) / Parts);
        if (accelerator.AcceleratorType == AcceleratorType.CPU || columns < LeastColumns)
        {
            launch(shape.Gates, tokens, gateGradients, kernelGradients, shape);
            return;
        }

        var groups = new Index2D(shape.Vocabulary, (shape.Gates - 1) / columns + 1);
        launchGroups((groups, new Index2D(columns, Parts)), tokens, gateGradients, kernelGradients, shape);
    }

    private static void Kernel(
        Index1D column, ArrayView<int> tokens, ArrayView<float> gateGradients, ArrayView<float> kernelGradients, LstmShape shape)
    {
        for (var v = 0; v < shape.Vocabulary; v++) kernelGradients[v * shape.Gates + column.X] = 0f;
        for (var row = 0; row < shape.Rows; row++)
        {
            var token = tokens[row];
            if (token >= 0) kernelGradients[token * shape.Gates + column.X] += gateGradients[row * shape.Gates + column.X];
        }
    }

    private static void GroupKernel(ArrayView<int> tokens, ArrayView<float> gateGradients, ArrayView<float> kernelGradients, LstmShape shape)
    {
        var words = SharedMemory.Allocate<uint>(TokenRows.Words);
        var sums = SharedMemory.Allocate<float>(MostColumns * Parts);
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        var item = Group.IdxY * Group.DimX + Group.IdxX;
        var sum = 0f;
        for (var first = 0; first < shape.Rows; first += TokenRows.Count)
        {
            TokenRows.Find(words, tokens, first, shape.Rows, Grid.IdxX, item, Group.DimX * Parts);
            Group.Barrier();
            if (column < shape.Gates) sum += SumOfPart(words, gateGradients, first, column, shape.Gates);
            Group.Barrier();
        }

        sums[item] = sum;
        Group.Barrier();
        if (Group.IdxY > 0 || column >= shape.Gates) return;
        var total = 0f;
        for (var part = 0; part < Parts; part++) total += sums[part * Group.DimX + Group.IdxX];
        kernelGradients[Grid.IdxX * shape.Gates + column] = total;
    }

    /// <summary>The sum of the rows of a stretch that this row of work-items takes.</summary>
    private static float SumOfPart(ArrayView<uint> words, ArrayView<float> gateGradients, int first, int column, int gates)
    {
        var sum = 0f;
        for (var i = 0; i < TokenRows.Words / Parts; i++)
        {
            var word = Group.IdxY * (TokenRows.Words / Parts) + i;
            for (var bits = words[word]; bits != 0; bits &= bits - 1u)
                sum += gateGradients[(first + word * TokenRows.OfWord + TokenRows.Lowest(bits)) * gates + column];
        }

        return sum;
    }
}
