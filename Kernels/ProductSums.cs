using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Where the sums of a product by tiles go. For kernels.</summary>
internal static class ProductSums
{
    /// <summary>Writes a sum, if its element is one of the product's: in the part that the group has.</summary>
    public static void Store(MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int row, int column, float sum)
    {
        if (row < shape.Rows && column < shape.Columns)
        {
            var place = (Grid.IdxZ * shape.Rows + row) * shape.ProductStride + column;
            var value = sum;
            if (form.Has(ProductOptions.AddsBias)) value += buffers.Bias[column];
            if (form.Has(ProductOptions.Accumulates)) value += buffers.Product[place];
            buffers.Product[place] = value;
        }
    }

    /// <summary>Writes two sums of a row that stand side by side, those that are the product's; together where the form says that they may be.</summary>
    public static void StoreTwo(
        MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int row, int column, float first, float second)
    {
        if (!form.Has(ProductOptions.IsAligned) || column + 2 > shape.Columns)
        {
            Store(buffers, shape, form, row, column, first);
            Store(buffers, shape, form, row, column + 1, second);
        }
        else if (row < shape.Rows)
        {
            if (form.Has(ProductOptions.AddsBias))
            {
                first += buffers.Bias[column];
                second += buffers.Bias[column + 1];
            }

            var place = (Grid.IdxZ * shape.Rows + row) * shape.ProductStride + column;
            if (form.Has(ProductOptions.Accumulates)) Pair.Add(buffers.Product, place, first, second);
            else Pair.Store(buffers.Product, place, first, second);
        }
    }

    /// <summary>Writes four sums of a row that stand side by side, those that are the product's; together where the form says that they may be.</summary>
    public static void StoreFour(
        MatrixProductBuffers buffers,
        MatrixProductShape shape,
        ProductForm form,
        int row,
        int column,
        float first,
        float second,
        float third,
        float fourth)
    {
        if (!form.Has(ProductOptions.IsAligned) || column + 4 > shape.Columns)
        {
            Store(buffers, shape, form, row, column, first);
            Store(buffers, shape, form, row, column + 1, second);
            Store(buffers, shape, form, row, column + 2, third);
            Store(buffers, shape, form, row, column + 3, fourth);
        }
        else if (row < shape.Rows)
        {
            if (form.Has(ProductOptions.AddsBias))
            {
                first += buffers.Bias[column];
                second += buffers.Bias[column + 1];
                third += buffers.Bias[column + 2];
                fourth += buffers.Bias[column + 3];
            }

            var place = (Grid.IdxZ * shape.Rows + row) * shape.ProductStride + column;
            if (form.Has(ProductOptions.Accumulates)) Quad.Add(buffers.Product, place, first, second, third, fourth);
            else Quad.Store(buffers.Product, place, first, second, third, fourth);
        }
    }
}
