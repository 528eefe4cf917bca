using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads one part's measures in order; what one says of time, key and transposition holds for the next.</summary>
/// <param name="number">The number of the part, from 0.</param>
internal sealed class MusicXmlPartReader(int number)
{
    // More than any bar: a time beyond was made to overflow sums.
    private const double LongestMeasure = 1000;

    private double divisions = 1;
    private int transposition;
    private IReadOnlyList<int> endings = [];

    // In quarter notes from the start of the measure: the place reached, and where the note before began.
    private double now;
    private double before;

    /// <summary>The number of the part, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>How many chord symbols were read.</summary>
    public int ChordCount { get; private set; }

    /// <summary>Reads one measure.</summary>
    /// <param name="content">The part's elements in it.</param>
    /// <param name="measure">What receives them.</param>
    /// <exception cref="MusicException">It is longer than any bar.</exception>
    public void Read(XElement content, MusicXmlMeasure measure)
    {
        (now, before) = (0, 0);
        var end = 0d;
        foreach (var element in content.Elements())
        {
            ReadElement(element, measure);
            if (now > LongestMeasure) throw new MusicException($"a measure lasts more than {LongestMeasure} beats; export it anew");
            end = Math.Max(end, now);
        }

        measure.Content = Math.Max(measure.Content, Ticks(end));
        if (measure.Endings.Count == 0) measure.Endings = endings;
        if (content.Elements("barline").Elements("ending").Any(ending => ending.Attribute("type")?.Value is "stop" or "discontinue")) endings = [];
    }

    private static long Ticks(double quarters) => (long)Math.Round(quarters * MusicXmlToMidi.TicksPerQuarter);

    private void ReadElement(XElement element, MusicXmlMeasure measure)
    {
        switch (element.Name.LocalName)
        {
            case "attributes":
                Attributes(element, measure);
                break;
            case "note":
                Note(element, measure);
                break;
            case "backup":
                now = Math.Max(0, now - Duration(element));
                break;
            case "forward":
                now += Duration(element);
                break;
            case "harmony":
                Harmony(element, measure);
                break;
            case "barline":
                BarLine(element, measure);
                break;
            case "direction" or "sound":
                MusicXmlDirections.Read(element, Ticks(now), measure);
                break;
        }
    }

    private double Duration(XElement element) =>
        MusicXmlNumbers.Real(element.Text("duration"), 0, LongestMeasure * divisions, 0) / divisions;

    private void Attributes(XElement element, MusicXmlMeasure measure)
    {
        divisions = MusicXmlNumbers.Real(element.Text("divisions"), 1e-3, 1e6, divisions);
        if (element.Element("transpose") is { } transpose)
            transposition = transpose.Whole("chromatic", -24, 24) + (12 * transpose.Whole("octave-change", -4, 4));
        if (element.Element("key") is { } key) measure.Key = (key.Whole("fifths", -7, 7), key.Text("mode") == "minor");
        if (element.Element("time") is { } time)
        {
            // 3+2 is five.
            var beats = (time.Text("beats") ?? "").Split('+').Sum(each => MusicXmlNumbers.Whole(each, 1, 64, 0));
            var unit = time.Whole("beat-type", 1, 64);
            if (beats is >= 1 and <= 64 && unit is 1 or 2 or 4 or 8 or 16 or 32 or 64) measure.Meter = (beats, unit);
        }
    }

    private void Note(XElement element, MusicXmlMeasure measure)
    {
        if (element.Element("grace") is not null) return;
        var length = Duration(element);
        var start = element.Element("chord") is null ? now : before;
        (before, now) = (start, Math.Max(now, start + length));
        if (element.Element("cue") is not null || element.Element("pitch") is not { } pitch || Pitch(pitch) is not { } sounding) return;

        var staff = new MusicXmlStaff(Number, element.Whole("staff", 1, 16, 1));
        var isContinued = element.Elements("tie").Any(tie => tie.Attribute("type")?.Value == "stop");
        if (Ticks(start + length) > Ticks(start))
            measure.Notes.Add(new MusicXmlNote(staff, Ticks(start), Ticks(start + length) - Ticks(start), sounding, isContinued));
    }

    private int? Pitch(XElement pitch)
    {
        var step = "C D EF G A B".IndexOf(pitch.Text("step") is [var letter] ? letter : '?', StringComparison.Ordinal);
        var note = step + pitch.Whole("alter", -4, 4) + (12 * (pitch.Whole("octave", 0, 9, -100) + 1)) + transposition;
        return step >= 0 && note is >= 0 and <= 127 ? note : null;
    }

    private void Harmony(XElement element, MusicXmlMeasure measure)
    {
        if (MusicXmlHarmony.Read(element, transposition) is not { } symbol) return;
        var offset = MusicXmlNumbers.Real(element.Text("offset"), -LongestMeasure * divisions, LongestMeasure * divisions, 0) / divisions;
        var start = Ticks(Math.Max(0, now + offset));
        ChordCount++;

        // Chords of several parts are the same ones; those of a part may stand out of order.
        measure.Chords.RemoveAll(chord => chord.Start == start);
        measure.Chords.Insert(measure.Chords.Count(chord => chord.Start < start), new PlacedChord(start, symbol));
    }

    private void BarLine(XElement element, MusicXmlMeasure measure)
    {
        var repeat = element.Element("repeat");
        measure.OpensRepeat |= repeat?.Attribute("direction")?.Value == "forward";
        if (repeat?.Attribute("direction")?.Value == "backward")
        {
            measure.ClosesRepeat = true;
            measure.Times = MusicXmlNumbers.Whole(repeat.Attribute("times")?.Value, 2, 16, 2);
        }

        if (element.Element("ending") is { } ending && ending.Attribute("type")?.Value == "start")
        {
            int[] passes = [.. (ending.Attribute("number")?.Value ?? "").Split(',').Select(each => MusicXmlNumbers.Whole(each, 1, 16, 0)).Where(each => each > 0)];
            endings = passes;
        }
    }
}
