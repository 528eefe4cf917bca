using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class TrainingSettingsTests
{
    public static TheoryData<TrainingSettings, string> Impossible => new()
    {
        { new() { Epochs = 0 }, "--epochs 0: give a number from 1 to 1000000, or leave the option out for 100" },
        { new() { Batch = -1 }, "--batch -1: give a number from 1 to 1000000, or leave the option out for 32" },
        { new() { Steps = 1 }, "--steps 1: give a number from 2 to 10000, or leave the option out for 30" },
        { new() { Windows = 1_000_001 }, "--windows 1000001: give a number from 1 to 1000000, or leave the option out for 60" },
        { new() { Seed = -1 }, "--seed -1: give a number from 0 to 2147483647, or leave the option out for 0" },
        { new() { LearningRate = 0 }, "--learning-rate 0: give a number above 0 and at most 10, or leave the option out for 0.01" },
        { new() { LearningRate = double.NaN }, "--learning-rate NaN: give a number above 0 and at most 10, or leave the option out for 0.01" },
        { new() { Decay = -0.5 }, "--decay -0.5: give a number from 0 to 1000000, or leave the option out for 0.01" },
        { new() { Decay = double.PositiveInfinity }, "--decay Infinity: give a number from 0 to 1000000, or leave the option out for 0.01" },
        { new() { Dropout = 1 }, "--dropout 1: give a number from 0 to 0.9, or leave the option out for 0" },
        { new() { ClipNorm = -1 }, "--clip-norm -1: give a number from 0 to 1000000, or leave the option out for 0" },
        { new() { Windows = 1_000_000, Steps = 10_000 }, "--windows 1000000 of --steps 10000 are more tokens than fit in memory: lower one of them" },
    };

    [Fact]
    public void Defaults_are_the_published_run_and_are_valid()
    {
        var settings = new TrainingSettings().Validated();

        Assert.Equal(new TrainingSettings { Epochs = 100, Batch = 32, Steps = 30, Windows = 60, LearningRate = 0.01, Decay = 0.01, Seed = 0 }, settings);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_value_out_of_range_names_its_option_its_range_and_a_way_out(TrainingSettings settings, string expected)
    {
        Assert.Equal(expected, Assert.Throws<ModelException>(settings.Validated).Message);
    }
}
