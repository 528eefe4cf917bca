using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Real files come through reading and writing with nothing lost.</summary>
public class SharedFilesTest
{
    [SharedDataTheory]
    [InlineData("deepjazz_on_metheny_128_epochs.midi")]
    [InlineData("jerrylzy_sonata_48_3_iscenko.mid")]
    [InlineData("my_music_SanjalKatiyar_old78.midi")]
    [InlineData("original_metheny.mid")]
    [InlineData("pandawithcat_score.mid")]
    public void A_file_read_written_and_read_again_has_the_same_events(string name)
    {
        var settings = new ReadingSettings { EndOfTrackStoringPolicy = EndOfTrackStoringPolicy.Store };
        var file = MidiFile.Read(SharedData.Path("data/" + name), settings);
        using var written = new MemoryStream();
        // Written as format 1, a track that is alone would be split by channel.
        file.Write(written, file.GetTrackChunks().Count() == 1 ? MidiFileFormat.SingleTrack : file.OriginalFormat);
        written.Position = 0;
        var again = MidiFile.Read(written, settings);

        Assert.NotEmpty(file.GetTrackChunks().SelectMany(t => t.Events).OfType<NoteOnEvent>());
        Assert.Equal(file.TimeDivision, again.TimeDivision);
        Assert.Equal(Describe(file), Describe(again));
    }

    private static IEnumerable<string> Describe(MidiFile file) =>
        file.GetTrackChunks().SelectMany((track, number) => track.Events.Select(e => $"{number} +{e.DeltaTime} {e}"));
}
