using System.ComponentModel;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A Standard MIDI File.</summary>
public sealed class MidiFile
{
    /// <summary>A file without chunks, with 96 ticks in a quarter note.</summary>
    public MidiFile()
    {
    }

    /// <summary>A file of the given chunks; nulls are left out.</summary>
    /// <param name="chunks">The chunks.</param>
    public MidiFile(IEnumerable<MidiChunk> chunks) => Chunks.AddRange(chunks);

    /// <summary>A file of the given chunks; nulls are left out.</summary>
    /// <param name="chunks">The chunks.</param>
    public MidiFile(params MidiChunk[] chunks) => Chunks.AddRange(chunks);

    /// <summary>What a tick is; null only for a file read without a header.</summary>
    public TimeDivision? TimeDivision { get; set; } = new TicksPerQuarterNoteTimeDivision();

    /// <summary>Tracks and unknown chunks in their order.</summary>
    public ChunksCollection Chunks { get; } = [];

    /// <summary>The format that the file had when it was read.</summary>
    /// <exception cref="InvalidOperationException">The file wasn't read, or had no header.</exception>
    /// <exception cref="UnknownFileFormatException">The format is none of 0, 1 and 2.</exception>
    public MidiFileFormat OriginalFormat
    {
        get
        {
            if (Format is not { } format)
                throw new InvalidOperationException("The file wasn't read from one with a header: it has no original format.");
            if (!Enum.IsDefined((MidiFileFormat)format))
#pragma warning disable CA1065 // The package's property throws this too.
                throw new UnknownFileFormatException(format);
#pragma warning restore CA1065
            return (MidiFileFormat)format;
        }
    }

    /// <summary>The number that the header had as the format.</summary>
    internal ushort? Format { get; set; }

    /// <summary>Reads a file.</summary>
    /// <param name="filePath">Where it is.</param>
    /// <param name="settings">How to read; null for the defaults.</param>
    /// <returns>The file.</returns>
    /// <exception cref="Common.MidiException">Something in it is wrong that the settings don't tolerate.</exception>
    /// <exception cref="ArgumentException">The path is blank, or the file is empty.</exception>
    public static MidiFile Read(string filePath, ReadingSettings? settings = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        using var stream = File.OpenRead(filePath);
        return Read(stream, settings);
    }

    /// <summary>Reads a file from where a stream stands to its end.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="settings">How to read; null for the defaults.</param>
    /// <returns>The file.</returns>
    /// <exception cref="Common.MidiException">Something in it is wrong that the settings don't tolerate.</exception>
    /// <exception cref="ArgumentException">The stream can't be read, or stands at its end.</exception>
    public static MidiFile Read(Stream stream, ReadingSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream can't be read.", nameof(stream));
        var reader = new MidiReader(stream);
        return reader.EndReached
            ? throw new ArgumentException("The stream has no bytes left.", nameof(stream))
            : new MidiFileReader(reader, settings ?? new ReadingSettings()).Read();
    }

    /// <summary>Writes the file.</summary>
    /// <param name="filePath">Where to.</param>
    /// <param name="overwriteFile">Whether a file that is already there is replaced.</param>
    /// <param name="format">
    /// The format; tracks are merged or split as it needs, a track that is alone by channel for <see cref="MidiFileFormat.MultiTrack"/>.
    /// </param>
    /// <param name="settings">How to write; null for the defaults.</param>
    /// <exception cref="IOException">The file is there and isn't to be replaced.</exception>
    public void Write(
        string filePath,
        bool overwriteFile = false,
        MidiFileFormat format = MidiFileFormat.MultiTrack,
        WritingSettings? settings = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        using var stream = File.Open(filePath, overwriteFile ? FileMode.Create : FileMode.CreateNew);
        Write(stream, format, settings);
    }

    /// <summary>Writes the file to a stream.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="format">
    /// The format; tracks are merged or split as it needs, a track that is alone by channel for <see cref="MidiFileFormat.MultiTrack"/>.
    /// </param>
    /// <param name="settings">How to write; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is no time division.</exception>
    /// <exception cref="TooManyTrackChunksException">There are more tracks than a header can count.</exception>
    public void Write(Stream stream, MidiFileFormat format = MidiFileFormat.MultiTrack, WritingSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!Enum.IsDefined(format))
            throw new InvalidEnumArgumentException(nameof(format), (int)format, typeof(MidiFileFormat));
        if (TimeDivision is null)
            throw new InvalidOperationException("The file has no time division.");
        if (!stream.CanWrite)
            throw new ArgumentException("The stream can't be written.", nameof(stream));

        settings ??= new WritingSettings();
        MidiChunk[] chunks = [.. ChunksConverter.Convert(Chunks, format)];
        var writer = new MidiWriter(stream);
        if (settings.WriteHeaderChunk)
            CreateHeader(chunks.Count(c => c is TrackChunk), TimeDivision, format).Write(writer, settings);
        foreach (var chunk in chunks.Where(c => c is not UnknownChunk || !settings.DeleteUnknownChunks))
            chunk.Write(writer, settings);
        stream.Flush();
    }

    /// <summary>Whether two files hold the same.</summary>
    /// <param name="midiFile1">The one.</param>
    /// <param name="midiFile2">The other.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiFile? midiFile1, MidiFile? midiFile2) => Equals(midiFile1, midiFile2, out _);

    /// <summary>Whether two files hold the same.</summary>
    /// <param name="midiFile1">The one.</param>
    /// <param name="midiFile2">The other.</param>
    /// <param name="message">The first difference, or null.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiFile? midiFile1, MidiFile? midiFile2, out string? message)
    {
        message = MidiFileEquality.Difference(midiFile1, midiFile2);
        return message is null;
    }

    /// <summary>A copy, chunks and events included.</summary>
    /// <returns>An equal file.</returns>
    public MidiFile Clone() => new(Chunks.Select(c => c.Clone())) { TimeDivision = TimeDivision?.Clone(), Format = Format };

    private static HeaderChunk CreateHeader(int tracksCount, TimeDivision timeDivision, MidiFileFormat format) =>
        tracksCount > ushort.MaxValue
            ? throw new TooManyTrackChunksException(tracksCount)
            : new HeaderChunk { FileFormat = (ushort)format, TimeDivision = timeDivision, TracksNumber = (ushort)tracksCount };
}
