using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Damaged files: nothing but the package's exceptions, and what is read can be used and written.</summary>
public class MutationTest
{
    private const int Count = 2500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_file_is_read_or_ends_in_a_MIDI_exception(int seed)
    {
        var random = new Random(seed);
        int read = 0, refused = 0;
        for (var i = 0; i < Count; i++)
        {
            var bytes = Damage(FuzzFile.Bytes, random);
            try
            {
                Use(Read(bytes, Settings(random)));
                read++;
            }
            catch (Exception exception) when (IsKnown(exception))
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, file {i}: {exception}\n{Hex(bytes)}");
            }
        }

        Assert.InRange(read, Count / 10, Count);
        Assert.InRange(refused, Count / 10, Count);
    }

    private static bool IsKnown(Exception exception) =>
        exception is MidiException || (!IsOwnSource && exception is ArgumentException or InvalidOperationException);

    private static void Use(MidiFile file)
    {
        _ = file.GetNotes(new() { NoteStartDetectionPolicy = NoteStartDetectionPolicy.LastNoteOn });
        _ = file.GetChords();
        if (file.TimeDivision is null)
            return;
        _ = file.GetTempoMap();
        _ = Write(file, MidiFileFormat.MultiTrack);
        var format = file.GetTrackChunks().Count() == 1 ? MidiFileFormat.SingleTrack : MidiFileFormat.MultiTrack;
        var again = Read(Write(file, format), new() { SilentNoteOnPolicy = SilentNoteOnPolicy.NoteOn });
        Assert.Equal(file.Chunks.Count, again.Chunks.Count);
        foreach (var (first, second) in file.Chunks.Zip(again.Chunks))
            Assert.True(MidiChunk.Equals(first, second, out var message), message);
    }

    private static ReadingSettings? Settings(Random random) => random.Next(3) > 0 ? null : new()
    {
        NotEnoughBytesPolicy = (NotEnoughBytesPolicy)random.Next(2),
        InvalidChunkSizePolicy = (InvalidChunkSizePolicy)random.Next(2),
        NoHeaderChunkPolicy = (NoHeaderChunkPolicy)random.Next(2),
        UnknownChannelEventPolicy = (UnknownChannelEventPolicy)random.Next(4),
        InvalidChannelEventParameterValuePolicy = (InvalidChannelEventParameterValuePolicy)random.Next(3),
        InvalidMetaEventParameterValuePolicy = (InvalidMetaEventParameterValuePolicy)random.Next(2),
        ExtraTrackChunkPolicy = (ExtraTrackChunkPolicy)random.Next(2),
        SilentNoteOnPolicy = (SilentNoteOnPolicy)random.Next(2),
    };

    internal static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var place = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged[place] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    damaged.Insert(place, (byte)random.Next(256));
                    break;
                case 3:
                    damaged.RemoveRange(place, Math.Min(random.Next(1, 9), damaged.Count - place));
                    break;
                default:
                    damaged[place] = 0xFF;
                    break;
            }

            if (damaged.Count == 0)
                return [0];
        }

        return [.. damaged];
    }
}
