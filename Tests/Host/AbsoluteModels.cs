namespace GpuJazz.Tests.Host;

/// <summary>Models of tokens that name pitches, one that hears chords and one that hears none, each trained once for all tests of a class.</summary>
public sealed class AbsoluteModels : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public AbsoluteModels()
    {
        foreach (var condition in new[] { "chords", "none" }) Train(condition, condition);
    }

    public string Of(string condition) => folder.File($"{condition}/best.safetensors");

    public string File(string name) => folder.File(name);

    internal CommandRun Train(string name, string condition, params string[] more) => CommandRun.Of(
    [
        "train", "--out", folder.File(name), "--accelerator", "cpu", "--min-count", "3",
        "--held-out", "0.17", "--condition", condition, "--hidden", "16", "--windows", "200",
        .. more.Contains("--transpose") ? [] : (string[])["--transpose", "all"],
        .. more.Contains("--tokens") ? [] : (string[])["--tokens", "absolute"], .. more.Contains("--epochs") ? [] : (string[])["--epochs", "6"], .. more,
    ]);

    public void Dispose() => folder.Dispose();
}
