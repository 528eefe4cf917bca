namespace GpuJazz.Music;

/// <summary>A score as it is written.</summary>
internal sealed class MusicXmlScore
{
    /// <summary>The work's title; empty if it has none.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who composed it; empty if that is not said.</summary>
    public string Composer { get; set; } = "";

    /// <summary>The parts in the order of the score.</summary>
    public List<MusicXmlPart> Parts { get; } = [];

    /// <summary>The measures of all parts in the order of the page.</summary>
    public List<MusicXmlMeasure> Measures { get; } = [];

    /// <summary>The staff that the chord symbols stand over: the one that has most of them; null if there are none.</summary>
    public MusicXmlStaff? StaffWithChords { get; set; }
}

/// <summary>A part.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="Program">Its General MIDI program, from 0.</param>
internal sealed record MusicXmlPart(string Id, string Name, int Program);

/// <summary>A staff of a part.</summary>
/// <param name="Part">The number of the part, from 0.</param>
/// <param name="Number">The number of its staff, from 1, the upper one.</param>
internal readonly record struct MusicXmlStaff(int Part, int Number);

/// <summary>A note.</summary>
/// <param name="Staff">Where it stands.</param>
/// <param name="Start">When it begins, from the start of its measure, in ticks.</param>
/// <param name="Length">How long it lasts, in ticks.</param>
/// <param name="Pitch">MIDI note number as it sounds, 0 to 127.</param>
/// <param name="IsContinued">Whether it is the end of a tie.</param>
internal readonly record struct MusicXmlNote(MusicXmlStaff Staff, long Start, long Length, int Pitch, bool IsContinued);
