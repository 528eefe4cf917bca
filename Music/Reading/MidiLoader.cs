using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Loads MIDI files.</summary>
public static class MidiLoader
{
    // An event is at least two bytes; a tune of this size would have some million notes.
    private const long MaximumBytes = 32 << 20;

    // Days of music at the finest resolution; files of the standard reach it only on purpose, with thousands of the longest pauses.
    private const long MaximumTicks = 1L << 40;

    /// <summary>Loads a MIDI file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The file.</returns>
    /// <exception cref="MusicException">
    /// It is not there, is a folder, may not be read, is empty, is no MIDI file, is too large, or is damaged or cut short.
    /// </exception>
    public static MidiFile Load(string path)
    {
        if (Directory.Exists(path)) throw new MusicException($"'{path}' is a folder; name a MIDI file in it");
        try
        {
            using var stream = File.OpenRead(path);
            CheckHead(stream, path);
            return Checked(Read(stream), path);
        }
        catch (UnexpectedTrackChunksCountException error)
        {
            throw new MusicException(
                $"'{path}' is cut short: it has {error.ActualCount} of the {error.ExpectedCount} tracks that its header counts; fetch or export it anew",
                error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MusicException($"'{path}' is not there; check its name", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new MusicException($"'{path}' may not be read by this user; change its permissions or copy it", error);
        }
        catch (Exception error) when (error is MidiException or OutOfMemoryException)
        {
            // No file within the limit needs the memory that an event's size may claim.
            throw new MusicException($"'{path}' is damaged or cut short ({OneLine(error)}); fetch or export it anew", error);
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            throw new MusicException($"'{path}' can't be read ({OneLine(error)}); check the file", error);
        }
    }

    // A file with fewer tracks than its header counts was cut off between two of them. One with more was only counted badly.
    private static MidiFile Read(FileStream stream)
    {
        try
        {
            return MidiFile.Read(stream, new ReadingSettings { UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Abort });
        }
        catch (UnexpectedTrackChunksCountException error) when (error.ActualCount > error.ExpectedCount)
        {
            stream.Position = 0;
            return MidiFile.Read(stream);
        }
    }

    // The first twelve bytes tell a MIDI file, alone or inside a RIFF file, before anything large is read.
    private static void CheckHead(FileStream stream, string path)
    {
        var head = new byte[12];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (count == 0) throw new MusicException($"'{path}' is empty; name a MIDI file");
        var isMidi = head.AsSpan().StartsWith("MThd"u8) || (head.AsSpan().StartsWith("RIFF"u8) && head.AsSpan(8).SequenceEqual("RMID"u8));
        if (!isMidi) throw new MusicException($"'{path}' is not a MIDI file (it doesn't begin with MThd); name a .mid file");
        if (stream.Length > MaximumBytes)
            throw new MusicException($"'{path}' is larger than {MaximumBytes >> 20} MiB, more than any tune; name a smaller MIDI file");
        stream.Position = 0;
    }

    // What no reader of times could make sense of: ticks of no length, and times beyond all music, at which sums would overflow.
    private static MidiFile Checked(MidiFile file, string path)
    {
        if (file.TimeDivision is TicksPerQuarterNoteTimeDivision { TicksPerQuarterNote: < 1 })
            throw new MusicException($"'{path}' says in its header that a quarter note has no ticks; fetch or export it anew");
        foreach (var track in file.GetTrackChunks())
        {
            var time = 0L;
            foreach (var midiEvent in track.Events)
            {
                if (midiEvent.DeltaTime > MaximumTicks || (time += midiEvent.DeltaTime) > MaximumTicks)
                    throw new MusicException($"'{path}' is damaged (a time in it lies beyond all music); fetch or export it anew");
            }
        }

        return file;
    }

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
