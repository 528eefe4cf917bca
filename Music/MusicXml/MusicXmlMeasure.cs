namespace GpuJazz.Music;

/// <summary>A measure of all parts, with what is written at its bar lines.</summary>
internal sealed class MusicXmlMeasure : IRepeatedBar
{
    /// <summary>What its notes and rests add up to, in ticks: the most of any part.</summary>
    public long Content { get; set; }

    /// <summary>Whether the score says that it is not a full one: a pick-up, or a part of a measure.</summary>
    public bool IsImplicit { get; set; }

    /// <summary>Beats in a measure and the note that is one beat; null where nothing new is said.</summary>
    public (int Beats, int Unit)? Meter { get; set; }

    /// <summary>Sharps, or negative flats, and whether it is minor; null where nothing new is said.</summary>
    public (int Fifths, bool IsMinor)? Key { get; set; }

    /// <summary>Tempos: when each begins, in ticks from the start of the measure, and quarter notes a minute.</summary>
    public List<(long Start, double QuartersPerMinute)> Tempos { get; } = [];

    /// <summary>Its notes.</summary>
    public List<MusicXmlNote> Notes { get; } = [];

    /// <summary>Its chord symbols, by start.</summary>
    public List<PlacedChord> Chords { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<int> Endings { get; set; } = [];

    /// <inheritdoc/>
    public bool OpensRepeat { get; set; }

    /// <inheritdoc/>
    public bool ClosesRepeat { get; set; }

    /// <inheritdoc/>
    public int Times { get; set; } = 2;

    /// <summary>What is written about jumping.</summary>
    public MusicXmlJumps Jumps { get; set; }
}

/// <summary>The signs of jumps. A jump is made after its measure, once, when all repeats before it are done.</summary>
[Flags]
internal enum MusicXmlJumps
{
    /// <summary>No sign.</summary>
    None = 0,

    /// <summary>D.C.: back to the start.</summary>
    DaCapo = 1,

    /// <summary>D.S.: back to the segno.</summary>
    DalSegno = 2,

    /// <summary>The sign that D.S. goes back to.</summary>
    Segno = 4,

    /// <summary>After a jump, on to the coda after this measure.</summary>
    ToCoda = 8,

    /// <summary>Where the coda begins.</summary>
    Coda = 16,

    /// <summary>After a jump, the end.</summary>
    Fine = 32,
}
