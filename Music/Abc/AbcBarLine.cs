namespace GpuJazz.Music;

/// <summary>
/// Reads bar lines, repeat signs and endings: <c>|</c> <c>||</c> <c>|]</c> <c>[|</c> <c>|:</c> <c>:|</c> <c>::</c> <c>|1</c> <c>:|2</c>
/// <c>[1,3</c>.
/// </summary>
internal static class AbcBarLine
{
    /// <summary>Reads a bar line, and an ending that follows it.</summary>
    /// <param name="cursor">Where it begins: at |, : or [.</param>
    /// <param name="bars">The bars, to be divided here.</param>
    public static void Read(AbcCursor cursor, AbcBarBuilder bars)
    {
        var start = cursor.Copy();
        var sign = "";
        while (cursor.Current is '|' or ':' or ']' || (cursor.Current == '[' && cursor.Peek(1) == '|')) sign += cursor.Next();
        if (sign.Length > 0) Divide(sign, start, bars);
        if (cursor.Current == '[' && char.IsAsciiDigit(cursor.Peek(1))) cursor.Next();
        if (char.IsAsciiDigit(cursor.Current)) bars.BeginEnding(Passes(cursor));
    }

    private static void Divide(string sign, AbcCursor start, AbcBarBuilder bars)
    {
        var closes = sign.StartsWith(':');
        var opens = sign.EndsWith(':');
        if (sign != "::" && (sign == ":" || sign[(closes ? 1 : 0)..(opens ? ^1 : ^0)] is not ("|" or "||" or "|]" or "[|")))
            throw start.Error($"{sign} is no bar line: write | or || or |] or |: or :| or ::");
        bars.EndBar(closes);
        // An ending goes on over plain bar lines, until a double one or the end of its repeat.
        if (sign != "|") bars.BeginEnding([]);
        if (opens) bars.OpenRepeat();
    }

    // 1, or 1,3, or 1-3.
    private static List<int> Passes(AbcCursor cursor)
    {
        var passes = new List<int>();
        do
        {
            var first = cursor.Number();
            var last = cursor.Take('-') ? cursor.Number() : first;
            if (first is null or < 1 || last is null or > 9 || last < first)
                throw cursor.Error("an ending is for the passes 1 to 9: write [1 or [1,3 or [1-3");
            passes.AddRange(Enumerable.Range(first.Value, last.Value - first.Value + 1));
        }
        while (cursor.Take(','));
        return passes;
    }
}
