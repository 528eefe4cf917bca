using System.Buffers.Binary;
using System.Text;

namespace GpuJazz.Tests.Acceptance;

/// <summary>A Standard MIDI File, read by the standard alone. Anything but a clean file fails the test.</summary>
/// <param name="Format">0, 1 or 2.</param>
/// <param name="TicksPerQuarter">Ticks in a quarter note.</param>
/// <param name="Tracks">The tracks in their order.</param>
internal sealed record MidiContent(int Format, int TicksPerQuarter, IReadOnlyList<MidiContent.Track> Tracks)
{
    /// <summary>A note by its ticks; <paramref name="End"/> is that of its note-off.</summary>
    internal sealed record Note(int Channel, int Pitch, int Velocity, int Start, int End);

    /// <summary>A track's name, its notes by start, its program changes, and its tempo and time signature events' ticks and data.</summary>
    internal sealed record Track(
        string Name, IReadOnlyList<Note> Notes, IReadOnlyList<(int Tick, int Channel, int Program)> Programs,
        IReadOnlyList<(int Tick, int Microseconds)> Tempos, IReadOnlyList<(int Tick, int Beats, int Unit)> Meters, int End);

    /// <summary>The one track of a name.</summary>
    public Track this[string name] => Assert.Single(Tracks, track => track.Name.Contains(name, StringComparison.OrdinalIgnoreCase));

    public static MidiContent Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal("MThd", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(6, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4)));
        var (format, count, division) = (Word(bytes, 8), Word(bytes, 10), Word(bytes, 12));
        var tracks = new List<Track>();
        var at = 14;
        while (at < bytes.Length)
        {
            Assert.Equal("MTrk", Encoding.ASCII.GetString(bytes, at, 4));
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 4));
            tracks.Add(new MidiTrackReader(bytes[(at + 8)..(at + 8 + length)]).Read());
            at += 8 + length;
        }

        Assert.Equal(bytes.Length, at);
        Assert.Equal(count, tracks.Count);
        return new MidiContent(format, division, tracks);
    }

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
}
