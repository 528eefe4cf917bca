using static GpuJazz.Tests.MusicXml.Score;

namespace GpuJazz.Tests.MusicXml;

public class MusicXmlFormTests
{
    private const string Open = "<barline location=\"left\"><repeat direction=\"forward\"/></barline>";
    private const string Close = "<barline location=\"right\"><repeat direction=\"backward\"/></barline>";
    private static readonly string C = Attributes + Notes("C4:48"), D = Notes("D4:48"), E = Notes("E4:48"), F = Notes("F4:48"), G = Notes("G4:48");

    [Fact]
    public void A_repeat_is_played_twice() => Assert.Equal([60, 62, 64, 62, 64, 65], Pitches(C, Open + D, E + Close, F));

    [Fact]
    public void A_repeat_without_a_beginning_goes_back_to_the_start() => Assert.Equal([60, 62, 60, 62, 64], Pitches(C, D + Close, E));

    [Fact]
    public void A_repeat_says_how_often() =>
        Assert.Equal([60, 60, 60, 62], Pitches(C + "<barline><repeat direction=\"backward\" times=\"3\"/></barline>", D));

    [Fact]
    public void Endings_are_played_on_their_pass() =>
        Assert.Equal([60, 62, 60, 64, 65], Pitches(C, Ending("1", D, Close), Ending("2", E, ""), F));

    [Fact]
    public void An_ending_may_be_for_several_passes_and_measures() =>
        Assert.Equal(
            [60, 62, 64, 60, 62, 64, 60, 65, 67],
            Pitches(C, "<barline><ending number=\"1,2\" type=\"start\"/></barline>" + D, E + "<barline><ending number=\"1,2\" type=\"stop\"/></barline>" + Close, Ending("3", F, ""), G));

    [Fact]
    public void Da_capo_al_fine() => Assert.Equal([60, 62, 64, 60, 62], Pitches(C, D + Sound("fine"), E + Sound("dacapo")));

    [Fact]
    public void Dal_segno_al_coda() =>
        Assert.Equal([60, 62, 64, 65, 62, 64, 67], Pitches(C, Sound("segno") + D, E + Sound("tocoda"), F + Sound("dalsegno"), Sound("coda") + G));

    [Fact]
    public void After_a_jump_the_last_ending_is_played() =>
        Assert.Equal([60, 62, 60, 64, 65, 60, 64, 65], Pitches(C, Ending("1", D, Close), Ending("2", E, ""), F + Sound("dacapo")));

    [Fact]
    public void Repeats_hold_for_all_parts()
    {
        var text = Parts(("Flute", [C, D + Close, E]), ("Bass", [Attributes + Notes("C3:48"), Notes("D3:48"), Notes("E3:48")]));
        Assert.Equal([48, 50, 48, 50, 52], Played(text, "Bass").Select(note => note.Pitch));
    }

    [Fact]
    public void A_meter_goes_on_where_the_page_does()
    {
        const string Three = "<attributes><time><beats>3</beats><beat-type>4</beat-type></time></attributes>";
        Assert.Equal([0L, 1920, 3360, 5280, 6720], Played(Of(C, Three + Notes("D4:36") + Close, Notes("E4:36"))).Select(note => note.Start));
    }

    private static string Ending(string number, string music, string end) =>
        $"<barline><ending number=\"{number}\" type=\"start\"/></barline>{music}<barline><ending number=\"{number}\" type=\"stop\"/></barline>{end}";

    private static string Sound(string sign) => $"<direction><sound {sign}=\"yes\"/></direction>";
}
