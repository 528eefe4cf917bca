using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What a <see cref="MatrixProduct"/> does besides multiplying.</summary>
[Flags]
public enum ProductOptions
{
    /// <summary>Nothing: C = A·B.</summary>
    None = 0,

    /// <summary>A is given as Aᵀ, [K, M].</summary>
    LeftIsTransposed = 1,

    /// <summary>A bias is added to each row.</summary>
    AddsBias = 2,

    /// <summary>The product is added to what stands in C.</summary>
    Accumulates = 4,

    /// <summary>
    /// A, B and C and all their rows begin at multiples of 16 bytes, and each row of a part of C too: <see cref="MatrixProduct"/> sees for itself.
    /// </summary>
    IsAligned = 8,
}

/// <summary>The form of a product; a constant of the compiled kernel.</summary>
/// <param name="Options">What it does besides multiplying.</param>
/// <param name="Precision">To what its factors are rounded.</param>
public readonly record struct ProductForm(ProductOptions Options, Precision Precision)
{
    /// <summary>Whether it has an option.</summary>
    /// <param name="option">The option.</param>
    /// <returns>Whether it has it.</returns>
    public bool Has(ProductOptions option) => (Options & option) != 0;
}

/// <summary>The sizes of a <see cref="MatrixProduct"/>. Rows may lie further apart than they are long.</summary>
/// <param name="Rows">M, at least 1.</param>
/// <param name="Columns">N, at least 1.</param>
/// <param name="Depth">K; 0 gives zeros.</param>
/// <param name="LeftStride">From one row of A (of Aᵀ) to the next.</param>
/// <param name="RightStride">From one row of B to the next.</param>
/// <param name="ProductStride">From one row of C to the next.</param>
public readonly record struct MatrixProductShape(int Rows, int Columns, int Depth, int LeftStride, int RightStride, int ProductStride);

/// <summary>What a <see cref="MatrixProduct"/> reads and writes.</summary>
/// <param name="Left">A [M, K], or Aᵀ [K, M], read.</param>
/// <param name="Right">B [K, N], read.</param>
/// <param name="Bias">b [N], read where the form adds a bias; else any view.</param>
/// <param name="Product">C [M, N], written; read too where the form accumulates. Not the memory of the others.</param>
public readonly record struct MatrixProductBuffers(
    ArrayView<float> Left, ArrayView<float> Right, ArrayView<float> Bias, ArrayView<float> Product);
