namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the chunks of one file.</summary>
internal sealed class MidiFileReader(MidiReader reader, ReadingSettings settings)
{
    // "RIFF", its size, "RMID" and "data" stand before the size and the content of a MIDI file inside a RIFF file.
    private const int RiffPreambleSize = 12;

    private readonly MidiFile _file = new();
    private int? _expectedTracks;
    private int _tracks;

    private bool IsExtraTrackSkipped =>
        _tracks >= _expectedTracks && settings.ExtraTrackChunkPolicy == ExtraTrackChunkPolicy.Skip;

    /// <summary>The file.</summary>
    /// <exception cref="Common.MidiException">Something is wrong that the settings don't tolerate.</exception>
    public MidiFile Read()
    {
        try
        {
            ReadChunks();
        }
        catch (NotEnoughBytesException exception)
        {
            if (settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Abort)
                throw new NotEnoughBytesException("The MIDI file ends too early. " + exception.Message, exception);
        }

        if (_expectedTracks is null)
        {
            _file.TimeDivision = null;
            if (settings.NoHeaderChunkPolicy == NoHeaderChunkPolicy.Abort)
                throw new NoHeaderChunkException();
        }

        return _file;
    }

    private void ReadChunks()
    {
        var end = ReadRiffPreamble();
        CheckHeader();
        while (!reader.EndReached && reader.Position < end)
        {
            if (_tracks == _expectedTracks && settings.StopReadingOnExpectedTrackChunksCountReached)
                return;
            Add(ReadChunk());
        }

        if (_expectedTracks is { } expected && expected != _tracks
            && settings.UnexpectedTrackChunksCountPolicy == UnexpectedTrackChunksCountPolicy.Abort)
            throw new UnexpectedTrackChunksCountException(expected, _tracks);
    }

    private long ReadRiffPreamble()
    {
        var start = reader.Position;
        if (reader.ReadChunkId() != "RIFF")
        {
            reader.Position = start;
            return long.MaxValue;
        }

        reader.Skip(RiffPreambleSize);
        var size = reader.ReadDword();
        return reader.Position + size;
    }

    /// <summary>
    /// Looks for the header among the chunks' letters before anything is kept, so that a file of something else, a text or zeros,
    /// fails at once, takes no memory and is called what it is.
    /// </summary>
    private void CheckHeader()
    {
        if (settings.NoHeaderChunkPolicy != NoHeaderChunkPolicy.Abort)
            return;
        var start = reader.Position;
        while (reader.Length - reader.Position >= 8)
        {
            var id = reader.ReadDword();
            if (id == HeaderChunk.IdNumber)
            {
                reader.Position = start;
                return;
            }

            reader.Skip(reader.ReadDword());
        }

        throw new NoHeaderChunkException();
    }

    private void Add(MidiChunk? chunk)
    {
        switch (chunk)
        {
            case null:
                break;
            case HeaderChunk header:
                if (_expectedTracks is not null)
                    break;
                _expectedTracks = header.TracksNumber;
                _file.TimeDivision = header.TimeDivision;
                _file.Format = header.FileFormat;
                break;
            default:
                if (chunk is TrackChunk)
                    _tracks++;
                _file.Chunks.Add(chunk);
                break;
        }
    }

    private MidiChunk? ReadChunk()
    {
        var chunk = CreateChunk(reader.ReadChunkId());
        try
        {
            if (chunk is null || (chunk is TrackChunk && IsExtraTrackSkipped))
            {
                reader.Skip(reader.ReadDword());
                return null;
            }

            chunk.Read(reader, settings);
        }
        catch (NotEnoughBytesException) when (settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Ignore)
        {
            // What the chunk holds so far is kept.
        }

        return chunk;
    }

    /// <summary>A chunk to be filled, or null for one to be skipped.</summary>
    private MidiChunk? CreateChunk(string id)
    {
        if (id.Length < MidiChunk.IdLength)
            throw new NotEnoughBytesException("The file ends within the letters of a chunk.", MidiChunk.IdLength, id.Length);
        return id switch
        {
            HeaderChunk.Id => new HeaderChunk(),
            TrackChunk.Id => new TrackChunk(),
            _ => settings.UnknownChunkIdPolicy switch
            {
                UnknownChunkIdPolicy.Skip => null,
                UnknownChunkIdPolicy.Abort => throw new UnknownChunkException(id),
                _ => new UnknownChunk(id),
            },
        };
    }
}
