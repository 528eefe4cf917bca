using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>MIDI files from bytes written by hand, and back.</summary>
internal static class Smf
{
    /// <summary>Whether the project's own source is tested, and not the package that it stands for.</summary>
    public static bool IsOwnSource { get; } = typeof(MidiFile).Assembly.GetName().Version?.Major == 0;

    /// <summary>Bytes from text like "00 FF 2F 00".</summary>
    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", ""));

    /// <summary>Text like "00 FF 2F 00" from bytes.</summary>
    public static string Hex(byte[] bytes) => string.Join(' ', bytes.Select(b => $"{b:X2}"));

    /// <summary>A header of a format, with 96 ticks in a quarter note.</summary>
    public static byte[] Header(int tracks, int format = 1, string division = "00 60") =>
        [.. Chunk("MThd", $"00 {format:X2} 00 {tracks:X2} {division}")];

    /// <summary>A chunk: letters, length, content.</summary>
    public static byte[] Chunk(string id, string content) => Chunk(id, Bytes(content));

    /// <summary>A chunk: letters, length, content.</summary>
    public static byte[] Chunk(string id, byte[] content) =>
        [.. id.Select(c => (byte)c), 0, (byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length, .. content];

    /// <summary>A track with the given events, delta-times included; its end is added.</summary>
    public static byte[] Track(string events) => Chunk("MTrk", $"{events} 00 FF 2F 00");

    /// <summary>A file of the given parts.</summary>
    public static byte[] File(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    /// <summary>A file of format 0 with one track of the given events.</summary>
    public static byte[] FileOf(string events) => File(Header(1, 0), Track(events));

    /// <summary>Reads bytes.</summary>
    public static MidiFile Read(byte[] bytes, ReadingSettings? settings = null)
    {
        using var stream = new MemoryStream(bytes);
        return MidiFile.Read(stream, settings);
    }

    /// <summary>The events of a file's only track.</summary>
    public static MidiEvent[] ReadEvents(string events, ReadingSettings? settings = null) =>
        [.. Read(FileOf(events), settings).GetTrackChunks().Single().Events];

    /// <summary>A file's bytes.</summary>
    public static byte[] Write(MidiFile file, MidiFileFormat format, WritingSettings? settings = null)
    {
        using var stream = new MemoryStream();
        file.Write(stream, format, settings);
        return stream.ToArray();
    }

    /// <summary>The bytes of a track's events, delta-times included, without its end.</summary>
    public static string WriteEvents(IEnumerable<MidiEvent> events, WritingSettings? settings = null) =>
        Hex(Write(new MidiFile(new TrackChunk(events)), MidiFileFormat.SingleTrack, settings)[22..^4]);

    public static SevenBitNumber Seven(int value) => (SevenBitNumber)(byte)value;

    public static FourBitNumber Four(int value) => (FourBitNumber)(byte)value;

    public static NoteOnEvent On(int key, long deltaTime = 0, int channel = 0, int velocity = 100) =>
        new(Seven(key), Seven(velocity)) { DeltaTime = deltaTime, Channel = Four(channel) };

    public static NoteOffEvent Off(int key, long deltaTime = 0, int channel = 0) =>
        new(Seven(key), Seven(0)) { DeltaTime = deltaTime, Channel = Four(channel) };
}
