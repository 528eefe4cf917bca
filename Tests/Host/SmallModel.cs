namespace GpuJazz.Tests.Host;

/// <summary>A small model of the tunes that come with the program, trained once for all tests of a class.</summary>
public sealed class SmallModel : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallModel()
    {
        Output = CommandRun.OutputOf([.. Train(Folder)]);
        Path = System.IO.Path.Combine(Folder, "model.safetensors");
    }

    /// <summary>The folder that the training wrote.</summary>
    public string Folder => folder.File("out");

    /// <summary>The model's file.</summary>
    public string Path { get; }

    /// <summary>What the training printed.</summary>
    public string Output { get; }

    /// <summary>The command line that trains it, a second's work, with more options.</summary>
    public static IEnumerable<string> Train(string folder, params string[] more) =>
    [
        "train", "--out", folder, "--accelerator", "cpu", "--hidden", "8", "--windows", "6", "--batch", "4", "--epochs", "5", .. more,
    ];

    public void Dispose() => folder.Dispose();
}
