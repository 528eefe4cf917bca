using System.Text.Json;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading;

/// <summary>The published tune, against the golden file and every count that its specification gives.</summary>
public sealed class MethenyTests
{
    private const int TicksPerQuarter = 96;

    private static readonly MidiFile? file =
        SharedData.Missing is null ? MidiLoader.Load(SharedData.Path("data/original_metheny.mid")) : null;

    [SharedDataTheory]
    [InlineData("78", RestsKind.None, ReadingKind.DeepJazz)]
    [InlineData("90", RestsKind.Melody, ReadingKind.DeepJazz)]
    [InlineData("78", RestsKind.None, ReadingKind.Auto)]
    [InlineData("90", RestsKind.Melody, ReadingKind.Auto)]
    public void Tokens_are_the_golden_ones_string_for_string(string key, RestsKind rests, ReadingKind reading)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden/metheny.json")));
        var expected = golden.RootElement.GetProperty(key);

        var tokens = Tokenizer.Tokens(Read(rests, reading));
        Assert.Equal(Strings(expected.GetProperty("measures")), tokens.Select(measure => string.Join(' ', measure)));
        Assert.Equal(expected.GetProperty("corpus_length").GetInt32(), tokens.Sum(measure => measure.Count));

        var vocabulary = new Vocabulary(tokens.SelectMany(measure => measure));
        Assert.Equal(Strings(expected.GetProperty("vocabulary")), vocabulary.Values);
        Assert.Equal(int.Parse(key), vocabulary.Count);
    }

    [SharedDataFact]
    public void Parts_are_the_tracks_with_notes_in_file_order()
    {
        var tune = Read(RestsKind.None);
        Assert.Equal(19, tune.Parts.Count);
        Assert.Equal(
            ["Piano", "Bass", "Organ", "String", "Piano Elec.", "Guitar", "Trumpet", "French Horn", "Syn", "Synth Brass"],
            tune.Parts.Take(10).Select(part => part.Name));
        Assert.All(tune.Parts, part => Assert.Equal(part.Index >= 10, part.IsDrums));
        Assert.All(tune.Parts, part => Assert.Equal(
            part.Index switch { 0 => PartRole.Chords, 5 => PartRole.Melody, _ => PartRole.None }, part.Role));
        Assert.Equal("deepjazz: melody from part 5 (Guitar), chords from part 0 (Piano), beats 476 to 548", tune.Reading);
        Assert.Equal(60_000_000.0 / 535_714, tune.BeatsPerMinute);
        Assert.Equal(Beats.Quarters(4), tune.MeasureLength);
    }

    [SharedDataFact]
    public void The_melody_has_two_voices()
    {
        var voices = MelodyVoices.Split(Elements(5));
        Assert.Equal([1024, 82], voices.Select(voice => voice.Count));
        Assert.Equal([172, 21], voices.Select(voice => voice.Count(note => IsInWindow(note.Start))));
        Assert.All(Elements(5).Where(element => IsInWindow(element.Start)), element => Assert.Single(element.Pitches));
        var pitches = voices.SelectMany(voice => voice).Where(note => IsInWindow(note.Start)).Select(note => note.Pitch).ToArray();
        Assert.Equal(49, pitches.Min());
        Assert.Equal(82, pitches.Max());

        var together = MelodyVoices.Merge(voices).Where(note => note.Start == new Beats(513 * 12 + 3));
        Assert.Equal([79, 77], together.Select(note => note.Pitch!.Value));
    }

    [SharedDataFact]
    public void The_piano_has_52_chords_and_33_single_notes_in_the_window()
    {
        var elements = Elements(0).Where(element => IsInWindow(element.Start)).ToArray();
        var chords = elements.Where(element => element.Pitches.Count > 1).ToArray();
        Assert.Equal(52, chords.Length);
        Assert.Equal(33, elements.Length - chords.Length);

        var qualities = chords.CountBy(chord => ChordAnalysis.Of(chord.Pitches).Quality).ToDictionary();
        Assert.Equal(22, qualities[ChordQuality.Other]);
        Assert.Equal(16, qualities[ChordQuality.Major]);
        Assert.Equal(13, qualities[ChordQuality.Minor]);
        Assert.Equal(1, qualities[ChordQuality.Augmented]);
        Assert.Equal(Enumerable.Range(119, 19), chords.Select(chord => chord.Start.DividedBy(Beats.Quarters(4))).Distinct());
    }

    [SharedDataFact]
    public void A_later_first_note_gathers_a_note_again()
    {
        Assert.Equal([[56, 61, 53], [63, 61, 60]], ChordsAt(488 * 12));
        Assert.Equal([[65, 68, 60, 61], [56, 61]], ChordsAt(545 * 12 + 6));
    }

    [SharedDataFact]
    public void Of_the_chords_34_stack_in_thirds_and_18_go_by_score()
    {
        int[] thirds = [2, 4, 6, 1, 3, 5];
        var chords = Elements(0).Where(element => IsInWindow(element.Start) && element.Pitches.Count > 1);
        Assert.Equal(34, chords.Count(chord => IsAStack(chord.Pitches)));

        bool IsAStack(IReadOnlyList<int> pitches)
        {
            var letters = pitches.Select(pitch => SpelledPitch.OfMidi(pitch).Letter).ToHashSet();
            return letters.Any(root => thirds.Take(letters.Count - 1).All(step => letters.Contains((root + step) % 7)));
        }
    }

    [SharedDataTheory]
    [InlineData(RestsKind.None)]
    [InlineData(RestsKind.Melody)]
    public void The_first_chord_moves_to_the_start_of_five_measures(RestsKind rests)
    {
        var read = Elements(0).Where(element => element.Pitches.Count > 1).ToArray();
        var moved = Read(rests).Measures
            .Where(measure => !read.Any(chord => chord.Start == measure.Chords.Min(each => each.Start)))
            .Select(measure => measure.Number);
        Assert.Equal([126, 129, 131, 133, 135], moved);
    }

    [SharedDataFact]
    public void Measures_are_numbered_119_to_136()
    {
        Assert.Equal(Enumerable.Range(119, 18), Read(RestsKind.None).Measures.Select(measure => measure.Number));
        Assert.Equal(Enumerable.Range(119, 18), Read(RestsKind.Melody).Measures.Select(measure => measure.Number));
    }

    [SharedDataFact]
    public void Types_and_rests_come_as_often_as_published()
    {
        var notes = Tokens(RestsKind.None).CountBy(token => token.Type).ToDictionary();
        Assert.Equal(4, notes.Count);
        Assert.Equal(117, notes[ToneType.Chord]);
        Assert.Equal(44, notes[ToneType.Scale]);
        Assert.Equal(25, notes[ToneType.Approach]);
        Assert.Equal(7, notes[ToneType.Other]);

        var rests = Tokens(RestsKind.Melody).Where(token => token.Type == ToneType.Rest)
            .CountBy(token => token.Duration.ToString()).ToDictionary();
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["0.250"] = 29,
                ["0.083"] = 20,
                ["0.167"] = 19,
                ["0.333"] = 5,
                ["0.417"] = 2,
                ["0.583"] = 1,
                ["0.750"] = 1,
                ["0.833"] = 1,
                ["1.083"] = 1,
                ["1.250"] = 1,
                ["1.500"] = 1,
                ["71.000"] = 1,
            },
            rests);
    }

    [SharedDataFact]
    public void Rests_leave_the_notes_tokens_alone()
    {
        var last = Read(RestsKind.Melody).Measures[^1].Melody[^1];
        Assert.Equal(new MelodyEvent(new Beats(547 * 12 + 9), Beats.Quarters(71), null), last);
        Assert.Equal(Tokens(RestsKind.None), Tokens(RestsKind.Melody).Where(token => token.Type != ToneType.Rest));
    }

    private static Tune Read(RestsKind rests, ReadingKind reading = ReadingKind.DeepJazz) =>
        TuneReader.Read(file!, "original_metheny.mid", new ReadingOptions(reading, rests));

    private static Token[] Tokens(RestsKind rests) => [.. Tokenizer.Tokens(Read(rests)).SelectMany(measure => measure).Select(Token.Parse)];

    private static IReadOnlyList<Chord> Elements(int part) => ChordGathering.Gather(MidiPart.Of(file!)[part].Notes, TicksPerQuarter);

    private static IEnumerable<int[]> ChordsAt(int twelfths) =>
        Elements(0).Where(element => element.Start.Twelfths == twelfths && element.Pitches.Count > 1)
            .Select(element => element.Pitches.ToArray());

    private static bool IsInWindow(Beats start) => Beats.Quarters(476) <= start && start <= Beats.Quarters(548);

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(each => each.GetString()!);
}
