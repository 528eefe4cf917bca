namespace GpuJazz.Kernels.Reference;

/// <summary>A matrix product, in plain loops; see <see cref="Kernels.MatrixProduct"/>.</summary>
public static class MatrixProduct
{
    /// <summary>Runs one product.</summary>
    /// <param name="left">A [M, K], or Aᵀ [K, M].</param>
    /// <param name="right">B [K, N].</param>
    /// <param name="bias">b [N], read where the form adds a bias.</param>
    /// <param name="product">C [M, N], written; read too where the form accumulates.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="form">The form; the factors are rounded to its precision, the sums are not.</param>
    public static void Run(
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> bias,
        Span<double> product,
        MatrixProductShape shape,
        ProductForm form)
    {
        for (var r = 0; r < shape.Rows; r++)
            for (var n = 0; n < shape.Columns; n++)
            {
                var sum = form.Has(ProductOptions.AddsBias) ? bias[n] : 0;
                if (form.Has(ProductOptions.Accumulates)) sum += product[r * shape.ProductStride + n];
                for (var k = 0; k < shape.Depth; k++)
                {
                    var factor = left[form.Has(ProductOptions.LeftIsTransposed) ? k * shape.LeftStride + r : r * shape.LeftStride + k];
                    sum += Rounded(factor, form.Precision) * Rounded(right[k * shape.RightStride + n], form.Precision);
                }

                product[r * shape.ProductStride + n] = sum;
            }
    }

    // By division and multiplication, without looking at bits: the mantissa is a whole number of units of the last kept digit.
    private static double Rounded(double value, Precision precision)
    {
        if (precision == Precision.Fp32 || value == 0) return value;
        var digits = precision == Precision.Tf32 ? 11 : 8;
        var unit = Math.ScaleB(1, Math.ILogB(value) - digits + 1);
        return unit * Math.Round(value / unit, precision == Precision.Tf32 ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven);
    }
}
