namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Leaves out of a program whatever it fails without.</summary>
internal static class Shrinker
{
    private const int MostTries = 150;

    /// <summary>A program that still fails, of which no statement can be left out.</summary>
    public static RandomProgram Shrink(RandomProgram program, Predicate<RandomProgram> fails)
    {
        int tries = 0;
        bool shorter = true;
        while (shorter)
        {
            shorter = false;
            foreach (var body in Smaller(program.Body))
            {
                if (++tries > MostTries) return program;
                var candidate = program with { Body = body };
                if (!fails(candidate)) continue;
                program = candidate;
                shorter = true;
                break;
            }
        }

        return program;
    }

    // Each way to leave out one statement, or the braces around others: the largest first.
    private static IEnumerable<List<Statement>> Smaller(IReadOnlyList<Statement> list)
    {
        for (int i = 0; i < list.Count; i++)
            if (!list[i].IsFixed) yield return With(list, i, []);
        for (int i = 0; i < list.Count; i++)
        {
            var each = list[i];
            if (each.Otherwise is not null)
            {
                yield return With(list, i, [each with { Otherwise = null }]);
                foreach (var smaller in Smaller(each.Otherwise)) yield return With(list, i, [each with { Otherwise = smaller }]);
            }

            if (each.Body is null) continue;
            foreach (var smaller in Smaller(each.Body)) yield return With(list, i, [each with { Body = smaller }]);
        }
    }

    private static List<Statement> With(IReadOnlyList<Statement> list, int index, IEnumerable<Statement> instead) =>
        [.. list.Take(index), .. instead, .. list.Skip(index + 1)];
}
