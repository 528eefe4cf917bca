using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What <see cref="Improvisation"/> needs of a model that hears chords: the changes, and where in them each solo is.</summary>
/// <remarks>
/// Time is counted in units that the caller chooses. A solo is a place in the changes, which repeat; a token moves it on by as much as
/// the table of advances says for the place where the token begins. So the kernel knows nothing of note values, bars or swing.
/// </remarks>
/// <param name="Kernel">lstm.chord [C, 4H], read.</param>
/// <param name="Changes">[F] read: the chord at each unit of time, −1 for none.</param>
/// <param name="Advances">[P, V] read: how far a token moves on that begins at a place whose remainder by P is the row; not negative.</param>
/// <param name="Places">[B, N] written: where in the changes each solo is after each note, 0 to F − 1; before the first it is at 0.</param>
public readonly record struct ChordViews(ArrayView<float> Kernel, ArrayView<int> Changes, ArrayView<int> Advances, ArrayView<int> Places)
{
    /// <summary>What the chords at the places of four solos add to one column of the gates.</summary>
    /// <param name="solos">The solos.</param>
    /// <param name="note">The number of the note that is to be picked, from 0.</param>
    /// <param name="column">The gate column, 0 to 4H − 1.</param>
    /// <param name="shape">The sizes.</param>
    /// <returns>The four elements, 0 where no chord is.</returns>
    public FourSums At(FourRows solos, int note, int column, ImprovisationShape shape)
    {
        var places = default(FourRows);
        if (note > 0) places = FourRows.Load(Places, solos.Times(shape.Notes).Plus(note - 1));
        var chords = FourRows.Load(Changes, places);
        return new(
            Of(chords.First, shape.Gates, column),
            Of(chords.Second, shape.Gates, column),
            Of(chords.Third, shape.Gates, column),
            Of(chords.Fourth, shape.Gates, column));
    }

    /// <summary>Moves a solo on.</summary>
    /// <remarks>
    /// A place of its own for each note, so that it is assigned and never changed: where a device lets several work-items do this
    /// (PoCL 3.1 may, after a barrier under a condition), they all write the same.
    /// </remarks>
    /// <param name="solo">The solo.</param>
    /// <param name="note">The number of the note, from 0.</param>
    /// <param name="token">The token that was picked for it.</param>
    /// <param name="shape">The sizes.</param>
    public void Advance(int solo, int note, int token, ImprovisationShape shape)
    {
        var here = solo * shape.Notes + note;
        var place = note > 0 ? Places[here - 1] : 0;
        Places[here] = (place + Advances[place % shape.Period * shape.Vocabulary + token]) % shape.Form;
    }

    private float Of(int chord, int gates, int column) => chord < 0 ? 0f : Kernel[chord * gates + column];
}
