using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GpuJazz.Music;

/// <summary>A spelled interval: a diminished fourth and a major third are two intervals of four semitones.</summary>
/// <param name="Steps">Signed letter steps: 0 for a unison, −4 for a fifth down.</param>
/// <param name="Semitones">Signed semitones: −7 for a perfect fifth down.</param>
public readonly record struct Interval(int Steps, int Semitones)
{
    // Wider than any interval between two MIDI notes, which are at most 75 letter steps apart.
    private const int MaximumNumber = 99;

    // More than the spelling of MIDI pitches, with a third added, can reach.
    private static readonly int[] alterations = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5];

    /// <summary>Three semitones over two letter steps, the half width of a token's bracket.</summary>
    public static Interval MinorThird => new(2, 3);

    // Down only if letter steps say so: C down to C- is a diminished unison, not a negative one.
    private int Sign => Steps < 0 ? -1 : 1;

    // How far it is, in its own direction, above (+) or below (−) the perfect or major interval of as many steps.
    private int Alteration => Sign * Semitones - SpelledPitch.SemitonesOfSteps(Math.Abs(Steps));

    // Unisons, fourths, fifths and their compounds have no major and minor.
    private bool IsPerfectKind => Math.Abs(Steps) % 7 is 0 or 3 or 4;

    /// <summary>The interval from one pitch to another.</summary>
    /// <param name="from">The pitch that sounds first.</param>
    /// <param name="to">The pitch that follows.</param>
    /// <returns>The interval; negative if it goes down.</returns>
    public static Interval Between(SpelledPitch from, SpelledPitch to) => new(to.Step - from.Step, to.Midi - from.Midi);

    /// <summary>Both intervals, one after the other.</summary>
    public static Interval operator +(Interval left, Interval right) => new(left.Steps + right.Steps, left.Semitones + right.Semitones);

    /// <summary>The first interval, then the second the other way.</summary>
    public static Interval operator -(Interval left, Interval right) => new(left.Steps - right.Steps, left.Semitones - right.Semitones);

    /// <summary>Reads what <see cref="ToString"/> writes: <c>P-5</c>, <c>m2</c>, <c>dd5</c>, <c>A-4</c>, <c>d1</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="MusicException">The text is no interval.</exception>
    public static Interval Parse(string text) =>
        TryParse(text, out var interval)
            ? interval
            : throw new MusicException($"'{text}' is not an interval; write one such as P-5, m2 or dd5");

    /// <summary>Reads what <see cref="ToString"/> writes, without an error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="interval">The interval, if there is one.</param>
    /// <returns>Whether the text is an interval.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Interval interval)
    {
        interval = default;
        var letters = text is null ? 0 : text.AsSpan().IndexOfAnyExcept("PMmdA");
        if (letters <= 0) return false;
        if (!int.TryParse(text.AsSpan(letters), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return false;
        if (number is 0 or -1 or < -MaximumNumber or > MaximumNumber) return false;

        var sign = Math.Sign(number);
        var steps = Math.Abs(number) - 1;
        foreach (var alteration in alterations)
        {
            interval = new Interval(sign * steps, sign * (SpelledPitch.SemitonesOfSteps(steps) + alteration));
            if (interval.ToString() == text) return true;
        }

        interval = default;
        return false;
    }

    /// <summary>Specifier, then the signed generic number, not reduced to an octave: <c>P11</c>, <c>m-2</c>, <c>d1</c>.</summary>
    /// <returns>The text. More than doubly diminished or augmented repeats the letter: <c>ddd4</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Specifier}{Sign * (Math.Abs(Steps) + 1)}");

    private string Specifier => (Alteration, IsPerfectKind) switch
    {
        (0, true) => "P",
        (0, false) => "M",
        (-1, false) => "m",
        ( > 0, _) => new string('A', Alteration),
        (_, true) => new string('d', -Alteration),
        _ => new string('d', -Alteration - 1),
    };
}
