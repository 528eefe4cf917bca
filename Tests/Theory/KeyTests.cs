using GpuJazz.Music;

namespace GpuJazz.Tests.Theory;

/// <summary>Keys are found, named and moved.</summary>
public sealed class KeyTests
{
    // A cadence in C: each pitch class with how long it sounds, as in C F G7 C, and in minor Cm Fm G7 Cm.
    private static readonly double[] Major = [6, 0, 1, 0, 4, 3, 0, 6, 0, 2, 0, 2];
    private static readonly double[] Minor = [6, 0, 1, 4, 0, 3, 0, 6, 2, 0, 0, 2];

    public static TheoryData<int> Tonics => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Tonics))]
    public void A_cadence_is_heard_in_its_key(int tonic)
    {
        Assert.Equal(new Key(tonic, IsMinor: false), KeyFinder.Find(Turned(Major, tonic)).Key);
        Assert.Equal(new Key(tonic, IsMinor: true), KeyFinder.Find(Turned(Minor, tonic)).Key);
        Assert.InRange(KeyFinder.Find(Turned(Major, tonic)).Correlation, 0.8, 1);
    }

    [Fact]
    public void The_measured_profiles_correlate_wholly_with_themselves()
    {
        double[] profile = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
        Assert.Equal(1, KeyFinder.Find(profile).Correlation, 12);
    }

    [Fact]
    public void Where_nothing_or_everything_sounds_it_is_C_major()
    {
        Assert.Equal((new Key(0, false), 0), KeyFinder.Find(new double[12]));
        Assert.Equal(new Key(0, false), KeyFinder.Find([.. Enumerable.Repeat(2.0, 12)]).Key);
    }

    [Theory]
    [InlineData(0, false, "C major", false)]
    [InlineData(3, false, "Eb major", true)]
    [InlineData(9, false, "A major", false)]
    [InlineData(1, true, "C# minor", false)]
    [InlineData(5, true, "F minor", true)]
    public void Keys_have_names(int tonic, bool isMinor, string name, bool hasFlats)
    {
        var key = new Key(tonic, isMinor);
        Assert.Equal(name, key.ToString());
        Assert.Equal(hasFlats || name == "C major", key.HasFlats);
        Assert.Equal(key, key.Transposed(-14).Transposed(2));
    }

    private static double[] Turned(double[] lengths, int tonic) => [.. Enumerable.Range(0, 12).Select(note => lengths[(note - tonic + 12) % 12])];
}
