using System.Text;
using System.Text.Json;

namespace GpuJazz.Model;

/// <summary>The file of metrics: lines of JSON, first what the run was, then a line an epoch, each readable as soon as its epoch is done.</summary>
public sealed class MetricsFile : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;

    private MetricsFile(string path)
    {
        this.path = path;
        try
        {
            // Without a buffer, so that closing the file has nothing left to write.
            stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception error) when (FileErrors.AreOfFiles(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
    }

    /// <summary>Begins the file of a new run; one of that name is replaced.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="run">What the run is.</param>
    /// <returns>The file, to append to.</returns>
    /// <exception cref="ModelException">It can't be written.</exception>
    public static MetricsFile Create(string path, RunDescription run)
    {
        AtomicFile.Write(path, output => output.Write(Encoding.UTF8.GetBytes(Json.Write(run) + "\n")));
        return new MetricsFile(path);
    }

    /// <summary>Goes on with the file of a run that was stopped: the lines of epochs yet to be done again go.</summary>
    /// <param name="path">The file; where there is none, it begins anew.</param>
    /// <param name="run">What the run is now, perhaps longer than it was: the new first line.</param>
    /// <param name="epochsDone">The epochs that the model to go on with has seen.</param>
    /// <returns>The file, to append to.</returns>
    /// <exception cref="ModelException">It can't be read or written, or is not a file of metrics.</exception>
    public static MetricsFile Resume(string path, RunDescription run, int epochsDone)
    {
        if (!File.Exists(path)) return Create(path, run);
        var epochs = Read(path).Epochs;
        var kept = new StringBuilder(Json.Write(run)).Append('\n');
        foreach (var epoch in epochs.Where(epoch => epoch.Epoch <= epochsDone)) kept.Append(Json.Write(epoch)).Append('\n');
        AtomicFile.Write(path, output => output.Write(Encoding.UTF8.GetBytes(kept.ToString())));
        return new MetricsFile(path);
    }

    /// <summary>Reads a file of metrics. A last line that was cut off while it was written counts as not there.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What the run was, and its epochs.</returns>
    /// <exception cref="ModelException">It can't be read, or is not a file of metrics.</exception>
    public static (RunDescription Run, IReadOnlyList<EpochMetrics> Epochs) Read(string path)
    {
        var line = 1;
        try
        {
            var text = File.ReadAllText(path);
            var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length == 0) throw new JsonException("empty");
            var run = Json.Read<RunDescription>(lines[0]);
            var epochs = new List<EpochMetrics>();
            while (line < lines.Length) epochs.Add(Json.Read<EpochMetrics>(lines[line++]));
            return (run, epochs);
        }
        catch (JsonException error)
        {
            throw new ModelException($"{path}: line {line} is not one of metrics: move the file away, or name another folder with --out", error);
        }
        catch (Exception error) when (FileErrors.AreOfFiles(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    /// <summary>Adds an epoch's line and hands it to the system at once.</summary>
    /// <param name="metrics">What the epoch came to.</param>
    /// <exception cref="ModelException">It can't be written.</exception>
    public void Append(EpochMetrics metrics)
    {
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(Json.Write(metrics) + "\n"));
        }
        catch (Exception error) when (FileErrors.AreOfFiles(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();
}
