using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Abc;

/// <summary>The project's own tunes, data/*.abc: right as text, and jazz in the ways that can be counted.</summary>
public class ProjectTunesTests
{
    private const long Measure = 1920;

    public static TheoryData<string> Tunes => [.. Names];

    private static IEnumerable<string> Names =>
        new DirectoryInfo(Folder).GetFiles("*.abc").Select(file => file.Name).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(SharedData.RepositoryRoot, "data");

    [Theory]
    [MemberData(nameof(Tunes))]
    public void A_tune_is_in_four_four_and_says_that_it_is_free(string tune)
    {
        Assert.Contains("CC0 1.0", File.ReadAllText(Path.Combine(Folder, tune)), StringComparison.Ordinal);
        var meter = Read(tune).GetTrackChunks().First().Events.OfType<TimeSignatureEvent>().Single();
        Assert.Equal((4, 4), (meter.Numerator, meter.Denominator));
    }

    [Theory]
    [MemberData(nameof(Tunes))]
    public void Every_measure_begins_with_a_chord_and_is_filled_with_chords(string tune)
    {
        var chords = Played.Chords(Read(tune));
        Assert.Equal(0, chords[^1].Start % 480);
        var now = 0L;
        foreach (var chord in chords)
        {
            Assert.Equal(now, chord.Start);
            now += chord.Length;
            Assert.True(chord.Start / Measure == (now - 1) / Measure, $"a chord crosses the bar line at {now}");
        }

        Assert.Equal(0, now % Measure);
    }

    [Theory]
    [MemberData(nameof(Tunes))]
    public void A_melody_is_one_voice_in_the_range_of_a_horn_on_twelfths_of_a_beat(string tune)
    {
        var melody = Played.Notes(Read(tune), "Melody");
        Assert.All(melody, note => Assert.InRange(note.Pitch, 52, 84));
        Assert.All(melody, note => Assert.Equal((0, 0), (note.Start % 40, note.Length % 40)));
        foreach (var (note, next) in melody.Zip(melody.Skip(1))) Assert.True(note.Start + note.Length <= next.Start);
    }

    [Theory]
    [MemberData(nameof(Tunes))]
    public void A_melody_breathes_anticipates_and_has_triplets(string tune)
    {
        var text = File.ReadAllText(Path.Combine(Folder, tune));
        Assert.Contains("(3", text, StringComparison.Ordinal);
        var melody = Played.Notes(Read(tune), "Melody");
        var rests = melody.Zip(melody.Skip(1)).Count(pair => pair.First.Start + pair.First.Length < pair.Second.Start);
        Assert.True(rests >= 4, $"{rests} rests");
        // Syncopation: a note begins off the beat and sounds over the next beat.
        var syncopated = melody.Count(note => note.Start % 480 != 0 && (note.Start + note.Length - 1) / 480 > note.Start / 480);
        Assert.True(syncopated >= 2, $"{syncopated} syncopated notes");
    }

    [Fact]
    public void Together_they_teach_mostly_chord_tones_with_scale_and_approach_tones_between_in_words_that_come_again()
    {
        var measures = Names
            .Select(name => TuneReader.Read(Read(name), name, new ReadingOptions(ReadingKind.Auto, RestsKind.None)))
            .SelectMany(Tokenizer.Tokens).ToList();
        Assert.True(measures.Count >= 160, $"{measures.Count} measures");
        Assert.All(measures, Assert.NotEmpty);
        var tokens = measures.SelectMany(measure => measure).ToList();
        Assert.InRange(Share('C'), 0.6, 0.85);
        Assert.InRange(Share('S'), 0.1, 0.3);
        Assert.InRange(Share('A'), 0.04, 0.2);
        var vocabulary = new Vocabulary(tokens);
        Assert.InRange(vocabulary.Count, 100, 250);
        Assert.True(tokens.Count >= 8 * vocabulary.Count, $"{tokens.Count} tokens, {vocabulary.Count} different");

        double Share(char type) => tokens.Count(token => token[0] == type) / (double)tokens.Count;
    }

    private static MidiFile Read(string tune)
    {
        using var text = File.OpenText(Path.Combine(Folder, tune));
        return AbcReader.Read(text, tune);
    }
}
