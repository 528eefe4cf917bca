using System.CommandLine;
using System.Globalization;
using GpuJazz.Host.Corpus;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say how tunes are read, and what they ask for.</summary>
internal sealed class CorpusReadingOptions
{
    private readonly Option<Choice<RestsKind?>> rests = SharedOptions.Rests();
    private readonly Option<Choice<ReadingKind>> reading = SharedOptions.Reading();
    private readonly Option<int?> melody = PartNumber("--melody", "The part that plays the melody, by its number in `inspect`");
    private readonly Option<int?> chords = PartNumber("--chords", "The part that plays the chords, by its number in `inspect`");

    private readonly Option<Choice<TokenKind>> tokens = SharedOptions.Tokens();
    private readonly Option<Choice<TransposeKind>> transpose = SharedOptions.Transpose();
    private readonly Option<bool> strict = OptionFactory.Switch("--strict", "Stop at a file that can't be read; else it is named and left out");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [rests, reading, melody, chords, tokens, transpose, strict];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="result">The parsed line, without errors.</param>
    /// <param name="areOwn">Whether no tunes were named.</param>
    public CorpusOptions Request(ParseResult result, bool areOwn)
    {
        var kind = result.GetRequiredValue(reading).Value;
        var named = result.GetValue(melody) is not null ? melody : result.GetValue(chords) is not null ? chords : null;
        if (named is not null && kind == ReadingKind.DeepJazz)
            throw CommandException.WrongUsage($"{named.Name} chooses a part, and --reading deepjazz has its own; leave one of them out");
        return new CorpusOptions(
            new ReadingOptions(kind, SharedOptions.Resolved(result.GetRequiredValue(rests).Value, areOwn))
            {
                Melody = result.GetValue(melody),
                Chords = result.GetValue(chords),
            })
        {
            Tokens = result.GetRequiredValue(tokens).Value,
            Transpose = result.GetRequiredValue(transpose).Value,
            IsStrict = result.GetValue(strict),
        };
    }

    private static Option<int?> PartNumber(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError($"{name} takes a part's number, from 0, not '{text}'");
            return null;
        },
    };
}
