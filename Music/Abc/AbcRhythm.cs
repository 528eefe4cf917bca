namespace GpuJazz.Music;

/// <summary>What changes the lengths of notes after they are written: tuplets, and broken rhythm (&gt; and &lt;).</summary>
/// <param name="meter">The meter, which decides what some tuplets stand for.</param>
internal sealed class AbcRhythm((int Beats, int Unit) meter)
{
    private AbcFraction _tuplet = AbcFraction.One;
    private int _tupletNotes;
    private MusicException? _openTuplet;

    // The factor that a broken rhythm before the next note gives it.
    private AbcFraction _pending = AbcFraction.One;
    private MusicException? _openBroken;

    /// <summary>Reads a tuplet after its bracket: <c>3</c>, or <c>p:q:r</c>: p notes in the time of q, for r notes.</summary>
    /// <param name="cursor">The place after the bracket.</param>
    public void BeginTuplet(AbcCursor cursor)
    {
        if (_tupletNotes > 0) throw cursor.Error("a tuplet can't begin within another: finish the first one before");
        _openTuplet = cursor.Error("the tuplet is not full: write all its notes, or say how many it has, as in (3:2:2");
        var notes = cursor.Number() ?? 0;
        int? inTimeOf = null;
        int? count = null;
        if (cursor.Take(':'))
        {
            inTimeOf = cursor.Number();
            if (cursor.Take(':')) count = cursor.Number();
        }

        var compound = meter.Unit == 8 && meter.Beats > 3 && meter.Beats % 3 == 0;
        inTimeOf ??= notes switch { 2 or 4 or 8 => 3, 3 or 6 => 2, _ => compound ? 3 : 2 };
        if (notes is < 2 or > 9 || inTimeOf is 0 or > 99 || count is 0 or > 99)
            throw cursor.Error("a tuplet has 2 to 9 notes: write (3, or (p:q:r for p notes in the time of q, for r notes");
        _tuplet = new AbcFraction(inTimeOf.Value, notes);
        _tupletNotes = count ?? notes;
    }

    /// <summary>A note's length in ticks, with the tuplet it is in and the broken rhythm on either side of it.</summary>
    /// <param name="written">The written length, in whole notes.</param>
    /// <param name="cursor">The place after the note, where a broken rhythm may follow.</param>
    /// <param name="start">Where the note stands, for errors.</param>
    /// <returns>The length in ticks.</returns>
    public long Ticks(AbcFraction written, AbcCursor cursor, AbcCursor start)
    {
        var length = written * _pending;
        (_pending, _openBroken) = (AbcFraction.One, null);
        if (_tupletNotes > 0 && _tupletNotes-- > 0) length *= _tuplet;
        length *= Broken(cursor);
        return length.Ticks is { } ticks and > 0
            ? ticks
            : throw start.Error($"a length of {length} of a whole note is not a whole number of ticks (1/1920): write a simpler length");
    }

    /// <summary>Refuses what is open at the end.</summary>
    public void Finish()
    {
        if (_tupletNotes > 0) throw _openTuplet!;
        if (_openBroken is not null) throw _openBroken;
    }

    // c>d: this note by a half longer and the next by a half shorter; c>>d by three quarters; c<d the other way round.
    private AbcFraction Broken(AbcCursor cursor)
    {
        while (cursor.Current == ' ') cursor.Next();
        var sign = cursor.Current;
        if (sign is not ('>' or '<')) return AbcFraction.One;
        _openBroken = cursor.Error($"{sign} stands between two notes: write a note after it, as in c>d");
        var count = 0;
        while (cursor.Take(sign)) count++;
        if (count > 3) throw cursor.Error("write at most three signs, as in c>>>d");
        var whole = 1 << count;
        var (longer, shorter) = (new AbcFraction((2 * whole) - 1, whole), new AbcFraction(1, whole));
        _pending = sign == '>' ? shorter : longer;
        return sign == '>' ? longer : shorter;
    }
}
