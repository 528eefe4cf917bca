using System.Runtime.Versioning;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading;

public sealed class MidiLoaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reading").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_MIDI_file_is_loaded()
    {
        var path = Save("a.mid", Bytes());
        Assert.Equal(2, MidiLoader.Load(path).GetTrackChunks().Count());
    }

    [Fact]
    public void What_is_not_there_or_no_file_is_refused()
    {
        AssertRefused(Path.Combine(folder, "missing.mid"), "is not there");
        AssertRefused(Path.Combine(folder, "no", "missing.mid"), "is not there");
        AssertRefused(folder, "is a folder");
        AssertRefused("", "can't be read");
        AssertRefused("a\0b.mid", "can't be read");
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_refused()
    {
        var path = Save("secret.mid", Bytes());
        File.SetUnixFileMode(path, UnixFileMode.None);

        // The superuser may read every file, and then must get what it holds.
        if (Environment.IsPrivilegedProcess) Assert.NotEmpty(MidiLoader.Load(path).Chunks);
        else AssertRefused(path, "may not be read");
    }

    [Fact]
    public void What_is_no_MIDI_file_is_refused_by_its_first_bytes()
    {
        AssertRefused(Save("empty.mid", []), "is empty");
        AssertRefused(Save("text.mid", "These are words, and no music."u8.ToArray()), "is not a MIDI file");
        AssertRefused(Save("short.mid", "MT"u8.ToArray()), "is not a MIDI file");
        AssertRefused(Save("sound.wav", "RIFF\u0004\0\0\0WAVEfmt "u8.ToArray()), "is not a MIDI file");
        AssertRefused(Save("header.mid", "MThd"u8.ToArray()), "damaged or cut short");
    }

    [Fact]
    public void An_event_that_claims_two_gigabytes_is_refused()
    {
        byte[] exclusive = [0x00, 0xF0, 0x87, 0xFF, 0xFF, 0xFF, 0x7F, 0x00];
        byte[] bytes = [.. "MThd\0\0\0\u0006\0\0\0\u0001\0\u0060MTrk\0\0\0\u0008"u8, .. exclusive];
        AssertRefused(Save("claim.mid", bytes), "damaged or cut short");
    }

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        var path = Path.Combine(folder, "huge.mid");
        using (var stream = File.Create(path)) stream.SetLength(100_000_000);
        AssertRefused(path, "is not a MIDI file");
        using (var stream = File.OpenWrite(path)) stream.Write("MThd"u8);
        AssertRefused(path, "larger than 32 MiB");
    }

    [Fact]
    public void A_file_inside_a_RIFF_file_is_loaded()
    {
        var bytes = Bytes();
        byte[] riff = [.. "RIFF"u8, .. BitConverter.GetBytes(bytes.Length + 12), .. "RMIDdata"u8, .. BitConverter.GetBytes(bytes.Length)];
        var path = Save("a.rmi", [.. riff, .. bytes]);
        Assert.Equal(2, MidiLoader.Load(path).GetTrackChunks().Count());
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_in_one_line()
    {
        var bytes = Bytes();
        for (var length = 1; length < bytes.Length; length++)
        {
            var path = Save("cut.mid", bytes[..length]);
            AssertLine(Assert.Throws<MusicException>(() => MidiLoader.Load(path)), path);
        }
    }

    [Fact]
    public void A_file_with_more_tracks_than_its_header_counts_is_read()
    {
        var bytes = Bytes();
        bytes[11] = 1;
        Assert.Equal(2, MidiLoader.Load(Save("more.mid", bytes)).GetTrackChunks().Count());
        bytes[11] = 3;
        AssertRefused(Save("fewer.mid", bytes), "2 of the 3 tracks");
    }

    [Fact]
    public void Ticks_of_no_length_and_times_beyond_all_music_are_refused()
    {
        AssertRefused(Save("ticks.mid", Bytes(new MidiBuilder(ticksPerQuarter: 0).Track().Note(60, 0, 96))), "no ticks");
        AssertRefused(Save("late.mid", Bytes(new MidiBuilder().Track().Note(60, 0, long.MaxValue))), "beyond all music");
        var twice = new MidiBuilder().Track().Note(60, 1L << 39, (1L << 40) + 1);
        AssertRefused(Save("later.mid", Bytes(twice)), "beyond all music");
    }

    [Fact]
    public void Damaged_files_are_played_and_drawn_or_refused()
    {
        foreach (var path in Damaged(seed: 8))
        {
            try
            {
                var file = MidiLoader.Load(path);
                Assert.True(Performance.Of(file).End >= 0);
                PianoRoll.Write(SoloMidi.FromMidi(file, path), TextWriter.Null, "damaged");
            }
            catch (MusicException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_in_one_line()
    {
        foreach (var path in Damaged(seed: 7))
        {
            try
            {
                var tune = TuneReader.Read(MidiLoader.Load(path), path, new ReadingOptions(ReadingKind.Auto, RestsKind.Melody));
                Assert.NotEmpty(Tokenizer.Tokens(tune));
            }
            catch (MusicException error)
            {
                AssertLine(error, path);
            }
        }
    }

    // Two thousand files, one after the other in the same place, each with up to five bytes changed.
    private IEnumerable<string> Damaged(int seed)
    {
        var random = new Random(seed);
        var bytes = Bytes();
        for (var round = 0; round < 2000; round++)
        {
            var damaged = bytes.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--) damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            yield return Save("damaged.mid", damaged);
        }
    }

    private static void AssertRefused(string path, string reason)
    {
        var error = Assert.Throws<MusicException>(() => MidiLoader.Load(path));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        AssertLine(error, path);
    }

    private static void AssertLine(MusicException error, string path)
    {
        Assert.StartsWith($"'{path}' ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static byte[] Bytes() => Bytes(new MidiBuilder()
        .Track("Melody").Event(0, new SetTempoEvent(500_000)).Note(72, 0, 48).Note(74, 48, 96).Note(76, 400, 500)
        .Track("Chords").Chord(0, 384, 48, 52, 55).Chord(384, 768, 50, 53, 57));

    private static byte[] Bytes(MidiBuilder music)
    {
        using var stream = new MemoryStream();
        music.ToFile().Write(stream);
        return stream.ToArray();
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
