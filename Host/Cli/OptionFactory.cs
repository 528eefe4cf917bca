using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GpuJazz.Host.Cli;

/// <summary>Options that check their value and say in one line what they take.</summary>
internal static class OptionFactory
{
    /// <summary>A whole number within limits, both included.</summary>
    public static Option<int> Whole(string name, int standard, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "n",
        DefaultValueFactory = _ => standard,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
                ? value
                : Refuse<int>(result, name, $"a whole number from {least} to {most}"),
    };

    /// <summary>A number within limits, the upper included, the lower only if it is said so.</summary>
    public static Option<double> Real(string name, double standard, double least, double most, bool leastIncluded, string description) => new(name)
    {
        Description = description,
        HelpName = "x",
        DefaultValueFactory = _ => standard,
        CustomParser = result => double.TryParse(Text(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (value > least || (leastIncluded && value == least)) && value <= most
                ? value
                : Refuse<double>(result, name, leastIncluded
                    ? $"a number from {least} to {most}" : $"a number above {least} and at most {most}"),
    };

    /// <summary>One of a few names; the first is the default.</summary>
    public static Option<Choice<T>> Among<T>(string name, string description, params (string Name, T Value)[] values)
    {
        Choice<T>[] choices = [.. values.Select(value => new Choice<T>(value.Name, value.Value))];
        return new Option<Choice<T>>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Select(choice => choice.Name)),
            DefaultValueFactory = _ => choices[0],
            CustomParser = result => Array.Find(choices, choice => choice.Name == Text(result))
                ?? Refuse<Choice<T>>(result, name, Listed(choices.Select(choice => choice.Name))),
        };
    }

    /// <summary>What a reader makes of it; nothing, the default of its type, if it is left out.</summary>
    /// <param name="name">The option.</param>
    /// <param name="helpName">What follows it, for the help.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="read">Reads the text; null if it is refused.</param>
    /// <param name="wanted">What it takes, for an error.</param>
    public static Option<T?> Read<T>(string name, string helpName, string description, Func<string, T?> read, string wanted) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => read(Text(result)) is { } value ? value : Refuse<T>(result, name, wanted),
    };

    /// <summary>A whole number within limits, both included; null if it is left out.</summary>
    public static Option<int?> WholeOrNone(string name, int least, int most, string description) => Read<int?>(
        name, "n", description,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null,
        $"a whole number from {least} to {most}");

    /// <summary>A number within limits, both included; null if it is left out.</summary>
    public static Option<double?> RealOrNone(string name, double least, double most, string description) => Read<double?>(
        name, "x", description,
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null,
        $"a number from {least} to {most}");

    /// <summary>A text such as a path; it can't be empty.</summary>
    public static Option<string?> Text(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Validators = { RequireText },
    };

    /// <summary>Texts such as paths, as many as follow.</summary>
    public static Option<string[]> Texts(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        Validators = { RequireText },
    };

    /// <summary>A path or a name without an option before it.</summary>
    public static Argument<string?> Operand(string name, ArgumentArity arity, string description) => new(name)
    {
        Description = description,
        Arity = arity,
        Validators = { RequireText },
    };

    /// <summary>Paths or names without an option before them, as many as there are.</summary>
    public static Argument<string[]> Operands(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RequireText },
    };

    /// <summary>A kind of file to write; its path may follow.</summary>
    public static Option<string?> FileKind(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "path",
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { RequireText },
    };

    /// <summary>Something to do or not.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    // What looks like an option but is none would be taken for a path.
    private static void RequireText(SymbolResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (text.Length == 0) result.AddError("an empty text is no path or name");
            else if (text.StartsWith("--", StringComparison.Ordinal)) result.AddError($"unrecognized option '{text}'");
        }
    }

    private static string Text(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string name, string wanted)
    {
        result.AddError($"{name} takes {wanted}, not '{Text(result)}'");
        return default;
    }

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
