namespace GpuJazz.Music;

/// <summary>Notes of a solo that are, one after the other, notes of a tune: the same intervals in the same rhythm.</summary>
/// <param name="FirstNote">The first of them in the solo, from 0.</param>
/// <param name="Notes">How many.</param>
/// <param name="Bar">The bar of the solo in which the first starts, from 1.</param>
/// <param name="Tune">The tune's name.</param>
/// <param name="TuneBar">The bar of the tune in which the first starts, from 1, counted from the start of its file.</param>
/// <param name="Transposition">How many semitones higher the solo has them.</param>
public sealed record CopiedPassage(int FirstNote, int Notes, int Bar, string Tune, int TuneBar, int Transposition)
{
    /// <summary>Where it is from, in words.</summary>
    /// <value>As in <c>stairwell, bar 12, 5 semitones up</c>.</value>
    public string From
    {
        get
        {
            var semitones = Math.Abs(Transposition);
            var key = Transposition == 0 ? "" : $", {semitones} semitone{(semitones == 1 ? "" : "s")} {(Transposition > 0 ? "up" : "down")}";
            return FormattableString.Invariant($"{Tune}, bar {TuneBar}{key}");
        }
    }

    /// <summary>The passage in words.</summary>
    /// <returns>As in <c>9 notes from bar 3 on are from stairwell, bar 12</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Notes} notes from bar {Bar} on are from {From}");
}
