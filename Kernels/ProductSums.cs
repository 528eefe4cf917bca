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
}
