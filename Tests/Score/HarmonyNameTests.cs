using GpuJazz.Music;

namespace GpuJazz.Tests.Score;

public sealed class HarmonyNameTests
{
    [Theory]
    [InlineData("C")]
    [InlineData("F#m")]
    [InlineData("Bb7")]
    [InlineData("Dm7")]
    [InlineData("Ebmaj7")]
    [InlineData("Bm7b5")]
    [InlineData("Bdim7")]
    [InlineData("Edim")]
    [InlineData("G7b9")]
    [InlineData("C7#9")]
    [InlineData("Gm9")]
    [InlineData("Fmaj9")]
    [InlineData("A9")]
    [InlineData("D7sus4")]
    [InlineData("C/E")]
    [InlineData("Am7/G")]
    [InlineData("CmMaj7")]
    public void A_chord_is_called_what_it_was_written_as(string name) =>
        Assert.Equal(name, HarmonyName.Of(ChordSymbol.Parse(name).Pitches).ToString());

    [Fact]
    public void Every_kind_that_is_written_is_read_as_the_same_chord()
    {
        foreach (var kind in MusicXmlKinds.Written)
        {
            for (var root = 0; root < 12; root++)
            {
                int[] pitches = [36 + root, .. kind.Intervals.Skip(1).Select(interval => 48 + root + interval)];
                Solo solo = new([], [], Beats.Quarters(4), 120) { Harmony = [new Chord(default, new(48), pitches)] };
                using var text = new StringWriter();
                MusicXmlFile.Write(solo with { Melody = [new Note(default, new(48), 60)] }, text, "chord");
                var harmony = System.Xml.Linq.XDocument.Parse(text.ToString()).Descendants("harmony").Single();

                // What a program that does not write a text beside the kind would have written.
                harmony.Element("kind")!.Attribute("text")!.Remove();
                var read = MusicXmlHarmony.Read(harmony, 0)!;
                Assert.Equal(
                    pitches.Select(pitch => pitch % 12).Distinct().Order(), read.Intervals.Select(interval => (read.Root + interval) % 12).Distinct().Order());
            }
        }
    }

    [Fact]
    public void Any_handful_of_notes_has_a_name_that_is_read_again()
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            int[] pitches = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(30, 90))];
            var name = HarmonyName.Of(pitches).ToString();
            Assert.True(ChordSymbol.TryParse(name) is { IsNone: false }, name);
        }
    }
}
