using System.Diagnostics;
using System.Text;
using GpuJazz.Music;
using static GpuJazz.Tests.MusicXml.Score;

namespace GpuJazz.Tests.MusicXml;

public class MusicXmlFileTests
{
    private const string Container =
        "<container><rootfiles><rootfile full-path=\"music/score.musicxml\"/><rootfile full-path=\"score.pdf\"/></rootfiles></container>";

    private const long MostBytes = 500L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    private static readonly string Tune = Of(Attributes + Chord("C", "major") + Notes("C4:12 E4:12 G4:24"), Notes("C5:48"));

    [Fact]
    public void An_archive_holds_the_score_that_its_container_names()
    {
        var bytes = Zip(("META-INF/container.xml", Container), ("decoy.xml", "<html/>"), ("music/score.musicxml", Tune));
        Assert.Equal(4, Abc.Played.Notes(Read(bytes), "Melody").Count);
    }

    [Fact]
    public void An_archive_without_a_container_holds_a_score() => Assert.Equal(4, Abc.Played.Notes(Read(Zip(("a.xml", Tune))), "Melody").Count);

    [Fact]
    public void A_score_by_measures_is_read_like_one_by_parts()
    {
        const string Text =
            "<score-timewise><part-list><score-part id=\"A\"><part-name>Sax</part-name></score-part><score-part id=\"B\"/></part-list>"
            + "<measure number=\"1\"><part id=\"A\">{0}{1}</part><part id=\"B\">{0}{2}</part></measure>"
            + "<measure number=\"2\"><part id=\"A\">{2}</part><part id=\"B\">{1}</part></measure></score-timewise>";
        var text = string.Format(null, Text, Attributes, Notes("C4:48"), Notes("E3:48"));
        Assert.Equal([60, 52], Played(text).Select(note => note.Pitch));
        Assert.Equal([52, 60], Played(text, "Part 2").Select(note => note.Pitch));
    }

    [Theory]
    [InlineData("", "not MusicXML")]
    [InlineData("no xml", "not MusicXML")]
    [InlineData("<html></html>", "it begins with <html>")]
    [InlineData("<score-partwise></score-partwise>", "no measures")]
    [InlineData("<score-partwise><part id=\"P0\"><measure/></part></score-partwise>", "no notes with a pitch")]
    [InlineData("<score-partwise><part id=\"P0\"><measure>", "not MusicXML, or damaged")]
    [InlineData("PK\u0003\u0004 no archive", "not MusicXML, or damaged")]
    public void What_is_no_score_is_refused_in_a_line(string text, string words)
    {
        var error = Error(text);
        Assert.StartsWith("'test.musicxml'", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("'missing.mxl' can't be read", Assert.Throws<MusicException>(() => MusicXmlReader.Read("missing.mxl")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_entity_is_not_read()
    {
        using var folder = new TemporaryFolder();
        var secret = Path.Combine(folder.Path, "secret.txt");
        File.WriteAllText(secret, "stolen");
        var text = Tune.Replace(
            "<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 4.0 Partwise//EN\" \"http://www.musicxml.org/dtds/partwise.dtd\">",
            $"<!DOCTYPE score-partwise [<!ENTITY secret SYSTEM \"{new Uri(secret)}\">]>",
            StringComparison.Ordinal).Replace("<movement-title>Test", "<movement-title>&secret;", StringComparison.Ordinal);
        Assert.DoesNotContain("stolen", Error(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_that_multiply_are_refused()
    {
        const string Often = "<barline><repeat direction=\"backward\" times=\"16\"/></barline>";
        string[] measures = [Attributes + Notes("C4:48") + Often, .. Enumerable.Repeat(Notes("C4:48") + Often, 2000)];
        Assert.Contains("measures", Error(Of(measures)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_score_is_read_or_refused_in_a_line_in_little_time_and_memory(int seed)
    {
        var random = new Random(seed);
        var whole = Encoding.UTF8.GetBytes(Of(
            Attributes + "<barline><repeat direction=\"forward\"/></barline>" + Chord("C", "major") + Notes("C4:12 E4:12 R:6 G4:18"),
            Chord("F", "dominant") + Notes("C5:48") + "<barline><ending number=\"1\" type=\"start\"/><repeat direction=\"backward\"/></barline>",
            "<direction><sound tempo=\"120\" dacapo=\"yes\"/></direction><backup><duration>12</duration></backup>" + Notes("Bb4:24 +D5:24")));
        int read = 0, refused = 0;
        for (var i = 0; i < 1500; i++)
        {
            var bytes = Damage(whole, random);
            var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                Read(bytes);
                read++;
            }
            catch (MusicException error)
            {
                Assert.False(error.Message.Contains('\n', StringComparison.Ordinal), $"seed {seed}, file {i}: {error.Message}");
                refused++;
            }

            Assert.True(watch.Elapsed < MostTime, $"seed {seed}, file {i}: {watch.Elapsed}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"seed {seed}, file {i}: too much memory");
        }

        Assert.InRange(read, 100, 1400);
        Assert.InRange(refused, 100, 1400);
    }

    // Bytes flipped, digits changed, pieces cut out or repeated.
    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var n = random.Next(1, 3); n > 0; n--)
        {
            var place = random.Next(damaged.Count);
            var length = Math.Min(random.Next(1, 60), damaged.Count - place);
            switch (random.Next(4))
            {
                case 0:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    place = damaged.FindIndex(place, each => char.IsAsciiDigit((char)each));
                    if (place >= 0) damaged[place] = (byte)('0' + random.Next(10));
                    break;
                case 2:
                    damaged.RemoveRange(place, Math.Min(length, damaged.Count - 1));
                    break;
                default:
                    damaged.InsertRange(place, damaged.GetRange(place, length));
                    break;
            }
        }

        return [.. damaged];
    }
}
