using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model.Measuring;

/// <summary>What is timed was compared with the reference, and a difference is seen.</summary>
public sealed class MeasuredUpdateTests
{
    private static readonly LstmShape Shape = new(23, 4, 5, 7);

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_right_update_is_verified(string device)
    {
        using var update = new MeasuredUpdate(TestDevices.Open(device), Shape);
        var verification = update.Verify();
        Assert.Equal(Shape.Sequences, verification.Sequences);
        Assert.InRange(verification.GradientError, double.Epsilon, 1e-6);
        Assert.InRange(verification.Loss, 0.9 * 4 * Math.Log(7), 1.2 * 4 * Math.Log(7));
    }

    /// <summary>Rounded factors show: too near would be none at all.</summary>
    [Theory]
    [InlineData(Precision.Tf32, 1e-5, 2e-3)]
    [InlineData(Precision.Bf16, 1e-4, 1.6e-2)]
    public void An_update_of_rounded_factors_is_verified_by_what_these_may_be_off(Precision precision, double least, double most)
    {
        using var update = new MeasuredUpdate(TestDevices.Open(TestDevices.Names[0]), new(20, 30, 64, 78), precision);
        Assert.InRange(update.Verify().GradientError, least, most);
        Assert.Throws<ModelException>(() => update.Verify(UpdateVerification.Allowance));
    }

    /// <summary>On a processor; a whole batch beside it has the same loss.</summary>
    [Fact]
    public void A_batch_in_parts_is_verified_too()
    {
        var shape = new LstmShape(150, 30, 64, 78);
        using var inParts = new MeasuredUpdate(TestDevices.Open(TestDevices.Names[0]), shape);
        using var whole = new MeasuredUpdate(TestDevices.Open(TestDevices.Names[0]), shape, isWhole: true);
        Assert.Equal(150 * 30, whole.Update.Buffers.Losses.Length);
        Assert.InRange(inParts.Update.Buffers.Losses.Length, 64 * 30, 100 * 30);
        Assert.Equal(whole.Verify(operations: 1e8).Loss, inParts.Verify(operations: 1e8).Loss, 1e-4);
    }

    [Fact]
    public void Few_different_sequences_are_compared_where_all_would_take_too_long()
    {
        using var update = new MeasuredUpdate(TestDevices.Open(TestDevices.Names[0]), Shape);
        var verification = update.Verify(operations: 6 * OperationCount.OfUpdate(Shape with { Sequences = 1 }));
        Assert.Equal(5, verification.Sequences);
        Assert.InRange(verification.GradientError, double.Epsilon, 1e-6);
        Assert.Equal(verification.Loss, update.Verify().Loss);
    }

    [Fact]
    public void The_reference_of_a_batch_of_few_different_sequences_is_that_of_the_whole_batch()
    {
        var parameters = HashedNumbers.Parameters(new(Shape.Hidden, Shape.Vocabulary));
        var few = ReferenceGradient.Of(Shape, parameters, operations: 0);
        var (weights, gradient) = (Array.ConvertAll(parameters, value => (double)value), new double[parameters.Length]);
        var loss = new Reference.TrainingUpdate(Shape).Gradients(few.Batch.Inputs, few.Batch.Targets, weights, gradient);
        Assert.Equal(3, few.Distinct);
        Assert.Equal(loss, few.Loss, 1e-12);
        Assert.All(gradient.Zip(few.Gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void One_wrong_weight_on_the_accelerator_is_seen()
    {
        using var update = new MeasuredUpdate(TestDevices.Open(TestDevices.Names[0]), Shape);
        var weights = update.Update.Buffers.Parameters.GetAsArray1D();
        weights[^1] += 0.01f;
        update.Update.Buffers.Parameters.CopyFromCPU(weights);
        Assert.Contains("is not timed", Assert.Throws<ModelException>(() => update.Verify()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Each_note_of_right_solos_is_one_that_the_reference_would_pick(string device)
    {
        foreach (var settings in new ImprovisationSettings[] { new() { Sampling = SamplingKind.Argmax }, new() { Count = 4, Temperature = 1, Seed = 3 } })
        {
            using var solos = new MeasuredSolos(TestDevices.Open(device), new(5, 7), settings);
            Assert.InRange(solos.Verify(), 0, 1e-6);
        }
    }

    /// <summary>The reference draws from all tokens, and these are from three.</summary>
    [Fact]
    public void Notes_that_were_drawn_by_another_rule_are_seen()
    {
        using var solos = new MeasuredSolos(TestDevices.Open(TestDevices.Names[0]), new(5, 7), new() { Count = 2, Temperature = 1, TopK = 3 });
        Assert.Contains("is not timed", Assert.Throws<ModelException>(() => solos.Verify()).Message, StringComparison.Ordinal);
    }
}
