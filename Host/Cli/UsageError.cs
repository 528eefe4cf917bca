using System.CommandLine;

namespace GpuJazz.Host.Cli;

/// <summary>What is wrong with a command line, in words that name it.</summary>
internal static class UsageError
{
    // Words that differ by more are not the same word mistyped.
    private const int MostSlips = 2;

    /// <summary>The first error.</summary>
    /// <param name="result">A parsed line with errors.</param>
    public static string Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var missing = command.Arguments.FirstOrDefault(
            operand => operand.Arity.MinimumNumberOfValues > (result.GetResult(operand)?.Tokens.Count ?? 0));
        if (missing is not null) return $"<{missing.Name}> is missing: {missing.Description}";

        var message = result.Errors[0].Message.TrimEnd('.');
        if (!message.Contains("nrecognized", StringComparison.Ordinal)) return message;
        var word = result.Tokens.Select(token => token.Value).FirstOrDefault(word => message.Contains($"'{word}'", StringComparison.Ordinal));
        var known = command.Subcommands.Select(each => each.Name).Concat(command.Options.Select(each => each.Name));
        return word is not null && Nearest(word, known) is { } meant ? $"{message} (did you mean '{meant}'?)" : message;
    }

    private static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(each => (Word: each, Slips: Slips(word, each)))
        .Where(each => each.Slips <= Math.Min(MostSlips, word.Length / 2))
        .OrderBy(each => each.Slips)
        .Select(each => each.Word)
        .FirstOrDefault();

    // Levenshtein's distance: letters left out, added or replaced.
    private static int Slips(string from, string to)
    {
        int[] before = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
            before = row;
        }

        return before[^1];
    }
}
