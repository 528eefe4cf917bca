using System.Text.Json.Nodes;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The MIDI files of improvised solos, read by the standard alone.</summary>
[Collection(TrainedModelGroup.Name)]
public sealed class WrittenSoloTests(TrainedModel model)
{
    private const int MajorTenth = 16;
    private const int Solos = 12;

    [SharedDataFact]
    public void Melody_and_band_are_tracks_of_their_own_with_programs_tempo_and_meter()
    {
        using var folder = new TemporaryFolder();
        model.Generate(folder.File("solo.mid"));
        var midi = MidiContent.Read(folder.File("solo.mid"));
        Assert.Equal(1, midi.Format);
        Assert.Equal([(0, 461_538)], midi.Tracks.SelectMany(track => track.Tempos)); // 60,000,000 / 130
        Assert.Equal([(0, 4, 4)], midi.Tracks.SelectMany(track => track.Meters));
        foreach (var track in new[] { midi["melody"], midi["chords"], midi["bass"], midi["drums"] })
        {
            Assert.NotEmpty(track.Notes);
            var channel = Assert.Single(track.Notes.Select(note => note.Channel).Distinct());
            Assert.Equal((0, channel), Assert.Single(track.Programs.Select(program => (program.Tick, program.Channel))));
        }

        Assert.Equal(4, new[] { "melody", "chords", "bass", "drums" }.Select(name => midi[name].Notes[0].Channel).Distinct().Count());
        Assert.Equal(9, midi["drums"].Notes[0].Channel);
        Assert.InRange(midi["bass"].Programs[0].Program, 32, 39);
    }

    [SharedDataFact]
    public void Melodies_are_single_lines_that_can_be_sung_over_chords_in_every_measure()
    {
        using var folder = new TemporaryFolder();
        var told = model.Generate(folder.File("solo.mid"), "--count", $"{Solos}", "--seed", "20", "--accompaniment", "piano")["solos"]!.AsArray();
        Assert.Equal(Solos, told.Count);
        Assert.Equal(Solos, folder.Names().Length);
        for (var solo = 0; solo < Solos; solo++) CheckSolo(MidiContent.Read(folder.File($"solo-{solo + 1}.mid")), told[solo]!);
    }

    [SharedDataFact]
    public void Each_of_a_count_is_the_one_of_its_own_seed()
    {
        using var folder = new TemporaryFolder();
        model.Generate(folder.File("many.mid"), "--count", "3", "--seed", "40", "--piano-roll");
        for (var solo = 0; solo < 3; solo++)
        {
            model.Generate(folder.File("one.mid"), "--seed", $"{40 + solo}");
            Assert.Equal(File.ReadAllBytes(folder.File("one.mid")), File.ReadAllBytes(folder.File($"many-{solo + 1}.mid")));
            Assert.True(File.Exists(folder.File($"many-{solo + 1}.svg")));
        }

        Assert.NotEqual(File.ReadAllBytes(folder.File("many-1.mid")), File.ReadAllBytes(folder.File("many-2.mid")));
    }

    [SharedDataFact]
    public void A_solo_that_is_read_again_has_the_same_notes()
    {
        using var folder = new TemporaryFolder();
        model.Generate(folder.File("solo.mid"), "--wav", "--piano-roll");
        CommandRun.OutputOf("render", folder.File("solo.mid"), "--wav", folder.File("again.wav"), "--piano-roll", folder.File("again.svg"));
        Assert.Equal(File.ReadAllBytes(folder.File("solo.wav")), File.ReadAllBytes(folder.File("again.wav")));
        var marks = PianoRollContent.Read(folder.File("solo.svg")).Marks;
        Assert.NotEmpty(marks);
        Assert.Equal(marks, PianoRollContent.Read(folder.File("again.svg")).Marks);

        var midi = MidiContent.Read(folder.File("solo.mid"));
        var parts = JsonNode.Parse(CommandRun.OutputOf("inspect", folder.File("solo.mid"), "--json"))!["parts"]!.AsArray();
        Assert.Equal(["melody", "chords"], parts.Take(2).Select(part => (string?)part!["role"]));
        Assert.Equal(new[] { "melody", "chords", "bass", "drums" }.Select(name => midi[name].Notes.Count), parts.Select(part => (int)part!["notes"]!));
    }

    private static void CheckSolo(MidiContent midi, JsonNode told)
    {
        var measure = 4 * midi.TicksPerQuarter;
        var (melody, chords) = (midi["melody"].Notes, midi["chords"].Notes);
        Assert.Equal(50, told["tokens"]!.AsArray().Count);
        Assert.Equal((int)told["notes"]!, melody.Count);
        Assert.All(melody, note => Assert.True(note.End > note.Start && note.Start >= 0));
        Assert.InRange(melody[^1].End, 1, (int)told["measures"]! * measure);
        for (var index = 1; index < melody.Count; index++)
        {
            Assert.True(melody[index].Start >= melody[index - 1].End, $"notes {index - 1} and {index} overlap");
            Assert.InRange(Math.Abs(melody[index].Pitch - melody[index - 1].Pitch), 0, MajorTenth);
        }

        for (var index = 3; index < melody.Count; index++)
            Assert.Contains(melody.Skip(index - 3).Take(3), note => note.Pitch != melody[index].Pitch);
        for (var start = 0; start < melody[^1].End; start += measure)
            Assert.True(chords.Count(chord => chord.Start < start + measure && chord.End > start) >= 3, $"no chord at {start}");
        CheckChordTones(melody, chords, told);
    }

    /// <summary>A token of type C is a tone of the chord that was struck last, unless the summary counts it as another type.</summary>
    private static void CheckChordTones(IReadOnlyList<MidiContent.Note> melody, IReadOnlyList<MidiContent.Note> chords, JsonNode told)
    {
        var tokens = told["tokens"].Texts();
        Assert.Equal(tokens.Length, melody.Count);
        var strangers = 0;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (!tokens[index].StartsWith('C')) continue;
            var struck = chords.Where(chord => chord.Start <= melody[index].Start).Max(chord => chord.Start);
            if (!chords.Any(chord => chord.Start == struck && (chord.Pitch - melody[index].Pitch) % 12 == 0)) strangers++;
        }

        Assert.InRange(strangers, 0, (int)told["type_changes"]!);
    }
}
