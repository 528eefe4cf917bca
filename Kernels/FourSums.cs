using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Four sums in registers, one a row: the inner loop of every matrix product of the network.</summary>
/// <param name="First">Of the first row.</param>
/// <param name="Second">Of the second row.</param>
/// <param name="Third">Of the third row.</param>
/// <param name="Fourth">Of the fourth row.</param>
public readonly record struct FourSums(float First, float Second, float Third, float Fourth)
{
    /// <summary>sumᵣ = Σₖ x[startᵣ + k·step] · w[column + k·stride], in the order of k: each w is read once for four rows.</summary>
    /// <remarks>Where neighbours have neighbouring columns, they read w side by side and the same x.</remarks>
    /// <param name="x">A buffer that holds the four rows.</param>
    /// <param name="starts">Where in it they start.</param>
    /// <param name="step">From one element of a row to the next.</param>
    /// <param name="w">A buffer that holds the column.</param>
    /// <param name="column">Where in it the column starts.</param>
    /// <param name="stride">From one element of the column to the next.</param>
    /// <param name="count">How many products are added; may be 0.</param>
    /// <returns>The four sums.</returns>
    public static FourSums Of(ArrayView<float> x, FourRows starts, int step, ArrayView<float> w, int column, int stride, int count)
    {
        float first = 0f, second = 0f, third = 0f, fourth = 0f;
        for (var k = 0; k < count; k++)
        {
            var weight = w[column + k * stride];
            var place = k * step;
            first += x[starts.First + place] * weight;
            second += x[starts.Second + place] * weight;
            third += x[starts.Third + place] * weight;
            fourth += x[starts.Fourth + place] * weight;
        }

        return new(first, second, third, fourth);
    }

    /// <summary>Adds row by row.</summary>
    /// <param name="other">What is added.</param>
    /// <returns>The four sums.</returns>
    public FourSums Plus(FourSums other) => new(First + other.First, Second + other.Second, Third + other.Third, Fourth + other.Fourth);

    /// <summary>Adds the same to each.</summary>
    /// <param name="value">What is added.</param>
    /// <returns>The four sums.</returns>
    public FourSums Plus(float value) => new(First + value, Second + value, Third + value, Fourth + value);

    /// <summary>Reads each from its row.</summary>
    /// <param name="y">A buffer that holds the rows.</param>
    /// <param name="places">Where in it the sums stand.</param>
    /// <returns>The four sums.</returns>
    public static FourSums Load(ArrayView<float> y, FourRows places) =>
        new(y[places.First], y[places.Second], y[places.Third], y[places.Fourth]);

    /// <summary>Writes each to its row.</summary>
    /// <param name="y">A buffer that holds the rows.</param>
    /// <param name="places">Where in it the sums belong.</param>
    public void Store(ArrayView<float> y, FourRows places)
    {
        y[places.First] = First;
        y[places.Second] = Second;
        y[places.Third] = Third;
        y[places.Fourth] = Fourth;
    }
}
