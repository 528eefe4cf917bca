using GpuJazz.Host.Files;
using GpuJazz.Host.Improvising;

namespace GpuJazz.Host.Training;

/// <summary>The folder that a training writes, and the files in it.</summary>
/// <param name="Path">The folder.</param>
internal sealed record OutputFolder(string Path)
{
    /// <summary>The model, from which a training goes on and solos are improvised.</summary>
    public string Model => In("model.safetensors");

    /// <summary>The model of the epoch that foretold best what is not learned.</summary>
    public string BestModel => In("best.safetensors");

    /// <summary>The settings, then a line for each epoch.</summary>
    public string Metrics => In("metrics.jsonl");

    /// <summary>The drawing of the loss.</summary>
    public string LossCurve => In("loss.svg");

    /// <summary>The first solo.</summary>
    public SoloFiles Solo => new() { Midi = In("solo.mid"), Wav = In("solo.wav"), PianoRoll = In("solo.svg") };

    /// <summary>Makes the folder unless it is there, and checks that every file can be written.</summary>
    public void RequireWritable()
    {
        Writable.Folder(Path, "--out");
        foreach (var file in new[] { Model, BestModel, Metrics, LossCurve }) Writable.Target(file, "--out");
        Solo.RequireWritable();
    }

    /// <summary>Whether a file is not there, or is older than the model and so may be of fewer epochs.</summary>
    /// <param name="file">A file of the folder.</param>
    public bool IsDue(string file) => !File.Exists(file) || File.GetLastWriteTimeUtc(file) < File.GetLastWriteTimeUtc(Model);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
