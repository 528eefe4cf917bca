using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What a group copies of a product's two factors into shared memory for tensor cores, in words of <see cref="TensorWord"/>. For kernels.</summary>
/// <remarks>
/// Work-items that are neighbours read what lies side by side, and write it so. Padding sees to it that lanes that read the words of
/// <see cref="WarpTile"/> find them in banks of their own.
/// </remarks>
/// <param name="Tile">The tile.</param>
/// <param name="Form">The form of the product.</param>
/// <param name="IsWhole">Whether no part of the tile lies outside the factors; what does counts as 0.</param>
public readonly record struct TensorFactors(TensorTile Tile, ProductForm Form, bool IsWhole)
{
    // The words of a group's row of work-items.
    private const int Width = 32;
    private const int Words = TensorTile.Words;
    private const int WordBits = 4;
    private const int RowPadding = 4;
    private const int WordPadding = 8;

    private bool IsTransposed => Form.Has(ProductOptions.LeftIsTransposed);

    /// <summary>The k of a word's first factor for each word.</summary>
    public int Factors => TensorWord.Factors(Form.Precision);

    /// <summary>From one row of the left factor to the next.</summary>
    public int LeftRow => IsTransposed ? 1 : Words + RowPadding;

    /// <summary>From one word of such a row to the next.</summary>
    public int LeftWord => IsTransposed ? Tile.Rows + WordPadding : 1;

    /// <summary>From one word of a column of the right factor to the next.</summary>
    public int RightWord => Tile.Columns + WordPadding;

    /// <summary>The words that the left factor takes.</summary>
    public int LeftLength => IsTransposed ? Words * LeftWord : Tile.Rows * LeftRow;

    /// <summary>The words that the right factor takes.</summary>
    public int RightLength => Words * RightWord;

    /// <summary>Copies the left factor.</summary>
    /// <param name="matrix">[M, K], or [K, M] where the form says so.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="firstRow">The tile's first row.</param>
    /// <param name="firstK">The first k.</param>
    /// <param name="lastK">The k that is not reached.</param>
    /// <param name="left">Shared memory, written.</param>
    public void CopyLeft(ArrayView<float> matrix, MatrixProductShape shape, int firstRow, int firstK, int lastK, ArrayView<uint> left)
    {
        if (IsTransposed)
        {
            CopyAcross(matrix, shape.LeftStride, shape.Rows, Tile.Rows, firstRow, firstK, lastK, left);
            return;
        }

        // Two rows at once: a row has half as many words as a warp has lanes.
        for (var start = 0; start < Tile.Rows; start += Width / Words * Tile.Warps)
        {
            var row = start + Group.IdxY * (Width / Words) + (Group.IdxX >> WordBits);
            var word = Group.IdxX & (Words - 1);
            var k = firstK + word * Factors;
            left[row * LeftRow + word] = Word(matrix, (firstRow + row) * shape.LeftStride + k, 1, firstRow + row < shape.Rows, k, lastK);
        }
    }

    /// <summary>Copies the right factor.</summary>
    /// <param name="matrix">[K, N].</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="firstColumn">The tile's first column.</param>
    /// <param name="firstK">The first k.</param>
    /// <param name="lastK">The k that is not reached.</param>
    /// <param name="right">Shared memory, written.</param>
    public void CopyRight(ArrayView<float> matrix, MatrixProductShape shape, int firstColumn, int firstK, int lastK, ArrayView<uint> right) =>
        CopyAcross(matrix, shape.RightStride, shape.Columns, Tile.Columns, firstColumn, firstK, lastK, right);

    /// <summary>Copies a matrix that has its k from row to row, [K, ends].</summary>
    private void CopyAcross(
        ArrayView<float> matrix, int stride, int ends, int ofTile, int firstEnd, int firstK, int lastK, ArrayView<uint> words)
    {
        for (var start = 0; start < Words; start += Tile.Warps)
        {
            var word = start + Group.IdxY;
            var k = firstK + word * Factors;
            for (var end = Group.IdxX; end < ofTile; end += Width)
                words[word * (ofTile + WordPadding) + end] = Word(matrix, k * stride + firstEnd + end, stride, firstEnd + end < ends, k, lastK);
        }
    }

    private uint Word(ArrayView<float> matrix, int place, int step, bool isInside, int k, int lastK)
    {
        var first = IsWhole || (isInside && k < lastK) ? matrix[place] : 0f;
        if (Factors == 1) return TensorWord.OfTf32(first);
        var second = IsWhole || (isInside && k + 1 < lastK) ? matrix[place + step] : 0f;
        return TensorWord.OfBf16(first, second);
    }
}
