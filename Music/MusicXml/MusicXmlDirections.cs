using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads what is said above the staff about tempo and jumps.</summary>
internal static class MusicXmlDirections
{
    private const double SlowestTempo = 10;
    private const double FastestTempo = 1000;

    /// <summary>Reads one direction.</summary>
    /// <param name="element">A <c>direction</c>, or a <c>sound</c> that stands alone.</param>
    /// <param name="start">Where it stands, in ticks from the start of its measure.</param>
    /// <param name="measure">What receives it.</param>
    public static void Read(XElement element, long start, MusicXmlMeasure measure)
    {
        var sound = element.Name.LocalName == "sound" ? element : element.Element("sound");
        measure.Jumps |= Jumps(sound);
        var written = element.Elements("direction-type").Elements("metronome").Select(PerMinute).FirstOrDefault(tempo => tempo is not null);
        var tempo = MusicXmlNumbers.Real(sound?.Attribute("tempo")?.Value, SlowestTempo, FastestTempo, written ?? 0);
        if (tempo > 0) measure.Tempos.Add((start, tempo));
    }

    private static MusicXmlJumps Jumps(XElement? sound)
    {
        MusicXmlJumps If(string attribute, MusicXmlJumps sign) =>
            sound?.Attribute(attribute) is { } value && value.Value != "no" ? sign : MusicXmlJumps.None;

        return If("dacapo", MusicXmlJumps.DaCapo) | If("dalsegno", MusicXmlJumps.DalSegno) | If("segno", MusicXmlJumps.Segno)
            | If("tocoda", MusicXmlJumps.ToCoda) | If("coda", MusicXmlJumps.Coda) | If("fine", MusicXmlJumps.Fine);
    }

    // Quarter notes a minute: the beat may be another note, dotted or not.
    private static double? PerMinute(XElement metronome)
    {
        var quarters = metronome.Text("beat-unit") switch { "whole" => 4, "half" => 2, "quarter" => 1, "eighth" => 0.5, "16th" => 0.25, _ => 0 };
        if (metronome.Element("beat-unit-dot") is not null) quarters *= 1.5;
        var tempo = quarters * MusicXmlNumbers.Real(metronome.Text("per-minute"), 1, FastestTempo, 0);
        return tempo is >= SlowestTempo and <= FastestTempo ? tempo : null;
    }
}
