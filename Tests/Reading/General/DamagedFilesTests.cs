using System.Diagnostics;
using GpuJazz.Music;
using GpuJazz.Tests.DryWetMidi;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading.General;

/// <summary>Damaged files: each is read or refused in one line, in little time and memory.</summary>
public sealed class DamagedFilesTests
{
    private const int Count = 1000;
    private const long MostBytes = 500L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_of_all_events_is_read_or_refused(int seed) => Check(FuzzFile.Bytes, seed, Count, leastRead: 0);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_tune_is_read_or_refused(int seed) => Check(Tune(), seed, Count, leastRead: Count / 10);

    [SharedDataTheory]
    [InlineData("jerrylzy_sonata_48_3_iscenko.mid", 5)]
    [InlineData("deepjazz_on_metheny_128_epochs.midi", 6)]
    public void A_real_file_is_read_or_refused(string name, int seed) =>
        Check(File.ReadAllBytes(SharedData.Path("data/" + name)), seed, Count / 5, leastRead: 10);

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void A_note_far_away_and_measures_of_no_size_take_no_memory(byte unit)
    {
        var late = new Ditty().Part().Event(0, new TimeSignatureEvent(1, unit)).Part("Lead").Line(0, 0.5, 72, 74, 76, 77, 79, 81, 83, 84).Note(72, 49_000, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Assert.NotEmpty(late.Read().Measures);
        }
        catch (MusicException error)
        {
            Assert.Contains("more than 20000 measures", error.Message, StringComparison.Ordinal);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        TuneReaderTests.AssertRefused("more than 50000 beats", () => new Ditty().Part("Lead").Line(0, 1, 72, 74, 76, 77, 79, 81, 83).Note(72, 50_001, 1).Read());
    }

    private static void Check(byte[] bytes, int seed, int count, int leastRead)
    {
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < count; i++)
        {
            var damaged = MutationTest.Damage(random.Next(8) == 0 ? Repeated(bytes, random) : bytes, random);
            var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                var tune = TuneReader.Read(Load(damaged), "damaged.mid", new ReadingOptions(ReadingKind.General, RestsKind.Melody));
                Assert.NotEmpty(Tokenizer.Tokens(tune));
                _ = Changes.Of(tune);
                read++;
            }
            catch (MusicException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
            catch (Exception error)
            {
                Assert.Fail($"Seed {seed}, file {i}: {error}");
            }

            Assert.True(watch.Elapsed < MostTime, $"seed {seed}, file {i}: {watch.Elapsed}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"seed {seed}, file {i}: too much memory");
        }

        Assert.InRange(read, leastRead, count);
    }

    private static MidiFile Load(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("damaged.mid"), bytes);
        return MidiLoader.Load(folder.File("damaged.mid"));
    }

    // A stretch of the file once more.
    private static byte[] Repeated(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length);
        var end = random.Next(start, bytes.Length);
        return [.. bytes[..end], .. bytes[start..]];
    }

    private static byte[] Tune()
    {
        var tune = new Ditty().Part().Event(0, new TimeSignatureEvent(4, 4)).Event(8, new TimeSignatureEvent(3, 4)).Event(4, new SetTempoEvent(400_000)).Part("Lead");
        for (var beat = 0; beat < 32; beat++) tune.Note(60 + beat % 7, beat, 0.6).Note(67 + beat % 5, beat + 0.63, 0.3);
        tune.Part("Piano");
        for (var bar = 0; bar < 8; bar++) tune.Chord(4 * bar, 4, 48, 52, 55, 58 + bar % 3);
        tune.Part("Kit").Note(36, 0, 1, MidiNote.DrumChannel);
        using var stream = new MemoryStream();
        tune.ToFile().Write(stream);
        return stream.ToArray();
    }
}
