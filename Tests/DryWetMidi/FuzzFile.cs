using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>A file with every kind of event and chunk, to be damaged.</summary>
internal static class FuzzFile
{
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var kinds = EventBytesTest.Events.Select(row => ((MidiEvent)row[1]).Clone()).ToArray();
        var notes = Enumerable.Range(0, 40).SelectMany(i => new MidiEvent[] { On(40 + i, 10, i % 16), Off(40 + i, 50, i % 16) });
        var file = new MidiFile(new TrackChunk(kinds), new TrackChunk(notes));
        var bytes = Write(file, MidiFileFormat.MultiTrack, new WritingSettings { UseRunningStatus = true });
        bytes[11] = 3;
        return [.. bytes, .. Chunk("XFIH", "01 02 03"), .. Track("00 FF 60 03 01 02 03 60 90 3C 64 60 3C 00")];
    }
}
