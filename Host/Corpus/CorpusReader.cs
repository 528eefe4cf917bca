using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>Reads the tunes of a corpus one after another, on all cores, and names those that can't be read.</summary>
internal static class CorpusReader
{
    /// <summary>Reads tunes and hands each on.</summary>
    /// <remarks>
    /// A tune that can't be read is an error if it is the only one or <see cref="CorpusOptions.IsStrict"/>; else a line on the error stream
    /// names it once all are read, so that it does not tear the progress.
    /// </remarks>
    /// <param name="sources">Where they are; at least one.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="terminal">Where progress and bad files are shown.</param>
    /// <param name="take">Takes each source's tune in its keys, in the order of the sources whatever the number of cores.</param>
    public static void Read(
        IReadOnlyList<TuneSource> sources, CorpusOptions options, Terminal terminal, Action<TuneSource, IReadOnlyList<TokenizedTune>> take)
    {
        List<Exception> bad = [];
        ReadingProgress.ShowWhile(terminal, sources.Count, step =>
        {
            foreach (var (source, tunes, error) in OrderedWork.Do(sources, source => TryRead(source, options)))
            {
                if (error is not null && (options.IsStrict || sources.Count == 1)) throw error;
                if (error is not null) bad.Add(error);
                else take(source, tunes);
                step();
            }
        });

        if (bad.Count == sources.Count)
            throw CommandException.Failed($"none of the {sources.Count} files could be read; the first: {bad[0].Message}", bad[0]);
        foreach (var error in bad) ErrorLine.LeftOut(error, terminal);
    }

    private static (TuneSource Source, IReadOnlyList<TokenizedTune> Tunes, Exception? Error) TryRead(TuneSource source, CorpusOptions options)
    {
        try
        {
            var tune = source.Read(options.Reading);
            return (source, [.. Transposition.Of(tune, options.Transpose).Select(inKey => TokenizedTune.Of(inKey, options.Tokens))], null);
        }
        catch (Exception error) when (error is MusicException or CommandException)
        {
            return (source, [], error);
        }
    }
}
