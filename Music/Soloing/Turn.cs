namespace GpuJazz.Music;

/// <summary>One turn of a piece in which a primer and a solo follow each other.</summary>
/// <param name="Start">The bar in which it begins, from 0.</param>
/// <param name="Bars">How many bars it takes; null for as many as the tokens last, which only the last turn may.</param>
/// <param name="PrimerBar">The primer's bar that is played first; null if the turn is the soloist's.</param>
public readonly record struct Turn(int Start, int? Bars, int? PrimerBar);

/// <summary>The turns of a piece, and the chords that they go over.</summary>
/// <param name="Turns">The turns, one after the other from the first bar on.</param>
/// <param name="Changes">The chords from the piece's first bar on; past the last they repeat.</param>
public sealed record TurnPlan(IReadOnlyList<Turn> Turns, Changes Changes)
{
    /// <summary>The primer, then a solo.</summary>
    /// <param name="primer">The primer.</param>
    /// <param name="changes">The chords, from the first full measure on; null for the primer's own, which go on in the solo.</param>
    /// <param name="bars">How many bars the solo takes; null for as many as its tokens last.</param>
    public static TurnPlan Continuing(Primer primer, Changes? changes, int? bars)
    {
        changes ??= primer.Changes;
        var first = primer.Bars(changes.MeasureLength);
        return new TurnPlan([new Turn(0, first, 0), new Turn(first, bars, null)], changes.From(primer.HasPickUp ? -1 : 0));
    }

    /// <summary>So many bars of the primer, as many of a solo, the next of the primer, and so on until all of it was played and answered.</summary>
    /// <param name="primer">The primer.</param>
    /// <param name="changes">
    /// The chords, from the first full measure on; null for the primer's own: then each answer goes over the chords of the bars that it answers.
    /// </param>
    /// <param name="bars">How many bars; at least 1.</param>
    public static TurnPlan Trading(Primer primer, Changes? changes, int bars)
    {
        var over = (changes ?? primer.Changes).From(primer.HasPickUp ? -1 : 0);
        var calls = (primer.Bars(over.MeasureLength) + bars - 1) / bars;
        Turn[] turns =
        [
            .. Enumerable.Range(0, calls).SelectMany(call => new Turn[] { new(2 * call * bars, bars, call * bars), new((2 * call + 1) * bars, bars, null) }),
        ];
        if (changes is not null) return new TurnPlan(turns, over);
        var doubled = Enumerable.Range(0, 2 * calls * bars).Select(bar => over.Measures[(bar / (2 * bars) * bars + bar % bars) % over.Measures.Count]);
        return new TurnPlan(turns, new Changes([.. doubled], over.MeasureLength));
    }
}
