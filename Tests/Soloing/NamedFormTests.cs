using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>The forms that have a name.</summary>
public sealed class NamedFormTests
{
    private static readonly (string Name, int Measures)[] Known =
    [
        ("blues", 12), ("minor blues", 12), ("rhythm changes", 32), ("falling fifths", 32), ("two-five-one", 4),
        ("minor two-five-one", 4), ("turnaround", 4), ("modal", 32), ("dominant cycle", 10), ("major thirds", 8),
    ];

    public static TheoryData<string, int> Lengths
    {
        get
        {
            TheoryData<string, int> lengths = [];
            foreach (var (name, measures) in Known) lengths.Add(name, measures);
            return lengths;
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Each_has_its_measures_in_every_key(string name, int measures)
    {
        var (form, named) = NamedForm.Find(name)!.Value;
        Assert.Null(named);
        var own = form.InKey(null);
        Assert.Equal(measures, own.Measures.Count);
        for (var key = 0; key < 12; key++)
        {
            var moved = form.InKey(key);
            var distance = key - NamedForm.ReadKey(form.Key)!.Value;
            foreach (var (chord, other) in own.Measures.SelectMany(chords => chords).Zip(moved.Measures.SelectMany(chords => chords)))
                Assert.Equal(chord.Pitches.Select(pitch => (pitch + distance + 12) % 12), other.Pitches.Select(pitch => pitch % 12));
        }
    }

    [Fact]
    public void Every_form_is_tested() => Assert.Equal(Known.Select(form => form.Name), NamedForm.All.Select(form => form.Name));

    [Theory]
    [InlineData("blues", "blues", null)]
    [InlineData(" Blues in Bb ", "blues", 10)]
    [InlineData("RHYTHM-CHANGES", "rhythm changes", null)]
    [InlineData("two five one in f#", "two-five-one", 6)]
    [InlineData("falling fifths in E minor", "falling fifths", 4)]
    [InlineData("minor blues in Am", "minor blues", 9)]
    public void It_is_found_by_name_and_key(string text, string name, int? key)
    {
        var found = NamedForm.Find(text)!.Value;
        Assert.Equal((name, key), (found.Form.Name, found.Key));
    }

    [Theory]
    [InlineData("green")]
    [InlineData("blues in H")]
    [InlineData("in F")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.Null(NamedForm.Find(text));

    [Fact]
    public void A_transposition_takes_the_nearer_way_and_stays_in_MIDI()
    {
        var chord = Tunes.Of(1, 50, 53, 57, 60);
        Assert.Equal([45, 48, 52, 55], chord.Transposed(7).Measures[0][0].Pitches);
        Assert.Equal([56, 59, 63, 66], chord.Transposed(6).Measures[0][0].Pitches);
        Assert.Equal([0, 125], Tunes.Of(1, 1, 126).Transposed(-1).Measures[0][0].Pitches);
        Assert.Equal([10, 115], Tunes.Of(1, 3, 120).Transposed(-5).Measures[0][0].Pitches);
    }
}
