using GpuJazz.Model;
using GpuJazz.Tests.Kernels;

namespace GpuJazz.Tests.Model;

public sealed class ImproviserTests
{
    private static readonly ModelShape Shape = new(6, 12);

    public static TheoryData<string> Devices => [.. TestDevices.Names];

    public static TheoryData<ImprovisationSettings, string> Impossible => new()
    {
        { new() { Notes = 0 }, "--notes must be a number from 1 to 100000" },
        { new() { Count = 100_001 }, "--count must be a number from 1 to 100000" },
        { new() { Temperature = 0 }, "--temperature must be a number from 0.01 to 100 (for the likeliest token each time: --sampling argmax)" },
        { new() { Temperature = double.NaN }, "--temperature must be a number from 0.01 to 100 (for the likeliest token each time: --sampling argmax)" },
        { new() { TopK = -1 }, "--top-k must be a number of at least 1, or leave it out for all tokens" },
        { new() { TopP = 0 }, "--top-p must be a number above 0 and at most 1" },
        { new() { TopP = 1.5 }, "--top-p must be a number above 0 and at most 1" },
        { new() { RepetitionPenalty = 0.5 }, "--repetition-penalty must be a number from 1 to 10" },
        { new() { Seed = -1 }, "--seed must be a number of at least 0" },
    };

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_seed_gives_its_solo_whatever_else_is_asked_for(string device)
    {
        using var improviser = New(device);
        var three = improviser.Improvise(new() { Count = 3, Seed = 8 });
        Assert.Equal(three, improviser.Improvise(new() { Count = 3, Seed = 8 }));
        Assert.Equal(three[1..], improviser.Improvise(new() { Count = 2, Seed = 9 }));
        Assert.Equal(three[0][..20], improviser.Improvise(new() { Count = 1, Seed = 8, Notes = 20 })[0]);
        Assert.All(three, solo => Assert.Equal(50, solo.Length));
        Assert.All(three.SelectMany(solo => solo), token => Assert.InRange(token, 0, 11));
        Assert.NotEqual(three[0], three[1]);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_likeliest_tokens_need_no_seed_and_are_those_of_one_choice(string device)
    {
        using var improviser = New(device);
        var likeliest = improviser.Improvise(new() { Sampling = SamplingKind.Argmax })[0];
        Assert.Equal(likeliest, improviser.Improvise(new() { Sampling = SamplingKind.Argmax, Seed = 5 })[0]);
        Assert.Equal(likeliest, improviser.Improvise(new() { TopK = 1, Temperature = 3, Seed = 6 })[0]);
        Assert.Equal(likeliest, improviser.Improvise(new() { TopP = 1e-6, Seed = 7 })[0]);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_bias_makes_its_token_come_and_taken_back_leaves_nothing(string device)
    {
        using var improviser = New(device);
        var usual = improviser.Improvise(new() { Seed = 3 })[0];
        var bias = new float[12];
        bias[7] = 100;
        improviser.Lean(bias);
        Assert.All(improviser.Improvise(new() { Seed = 3 })[0], token => Assert.Equal(7, token));
        improviser.Lean(new float[12]);
        Assert.Equal(usual, improviser.Improvise(new() { Seed = 3 })[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => improviser.Lean(new float[11]));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_penalty_makes_more_of_the_tokens_differ(string device)
    {
        using var improviser = New(device);
        int[] differing = [.. new[] { 1, 1.5, 10 }.Select(penalty =>
            improviser.Improvise(new() { Sampling = SamplingKind.Argmax, RepetitionPenalty = penalty })[0].Distinct().Count())];
        Assert.True(differing[0] < differing[2], string.Join(' ', differing));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_setting_out_of_range_names_its_option(ImprovisationSettings settings, string expected)
    {
        using var improviser = New(TestDevices.Names[0]);
        Assert.Equal(expected, Assert.Throws<ModelException>(() => improviser.Improvise(settings)).Message);
    }

    [Fact]
    public void Parameters_of_another_shape_and_solos_past_counting_are_refused()
    {
        var accelerator = TestDevices.Open(TestDevices.Names[0]);
        Assert.Equal(
            $"a model of this shape has {Shape.ParameterCount} parameters, not 3",
            Assert.Throws<ModelException>(() => new Improviser(accelerator, Shape, [1, 2, 3])).Message);
        using var improviser = New(TestDevices.Names[0]);
        Assert.StartsWith(
            "--count 100000: ",
            Assert.Throws<ModelException>(() => improviser.Improvise(new() { Count = 100_000, Notes = 100_000 })).Message,
            StringComparison.Ordinal);
    }

    private static Improviser New(string device) => new(TestDevices.Open(device), Shape, Initializers.Create(Shape, 1));
}
