using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Reads tunes written in ABC notation, the text that musicians edit, into the same form as a MIDI file.</summary>
/// <remarks>
/// <para>
/// After the ABC standard 2.1 (abcnotation.com/wiki/abc:standard:v2.1), a subset: one tune with one voice. Fields X T C M L Q K (others
/// are skipped; M and Q only before the music); keys in all modes; accidentals, which hold for their letter until the bar line; octaves;
/// lengths; <c>&gt;</c> and <c>&lt;</c>; tuplets <c>(3</c> and <c>(p:q:r</c>; rests z, x and Z; ties; notes together <c>[CEG]</c>;
/// bar lines, repeats and their endings; pickups; chord symbols (<see cref="ChordSymbol"/>). Slurs, ornaments and grace notes are
/// skipped. V: and &amp; (voices), and macros, are refused.
/// </para>
/// <para>
/// <c>%%MIDI swing 66</c> before the music makes it swing, a directive that several players of ABC know: the first of two eighths takes two
/// thirds of the beat. Beats with triplets or sixteenths are played as written; 50 is even.
/// </para>
/// </remarks>
public static class AbcReader
{
    /// <summary>The MIDI channel of the chords, from 0.</summary>
    public const int ChordChannel = 1;

    /// <summary>Reads a tune.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its name for errors, usually its file.</param>
    /// <returns>
    /// A file of 480 ticks per quarter and three tracks: the conductor (title, tempo, meter, key, composer), "Melody" (channel 0) and
    /// "Chords" (channel <see cref="ChordChannel"/>), where each chord sounds until the next and is struck again at every bar line.
    /// </returns>
    /// <exception cref="MusicException">Something is not understood; the message names the place and says what to write.</exception>
    public static MidiFile Read(TextReader text, string name)
    {
        var tune = AbcParser.Parse(text, name);
        return AbcToMidi.Convert(tune.Header, AbcPerformance.Of(tune, name));
    }
}
