using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The same seed gives the same bytes, another seed others, and a run that was stopped ends as one that was not.</summary>
public sealed class RepeatabilityTests
{
    private static readonly string[] Repeatable = ["model.safetensors", "solo.mid", "solo.wav", "solo.svg", "loss.svg"];

    [SharedDataFact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var folder = new TemporaryFolder();
        Train(folder.File("first"), "--epochs", "3", "--seed", "7");
        Train(folder.File("second"), "--epochs", "3", "--seed", "7");
        Train(folder.File("other"), "--epochs", "3", "--seed", "8");
        Assert.All(Repeatable, name => Assert.Equal(Bytes(folder, "first", name), Bytes(folder, "second", name)));
        Assert.All(Repeatable, name => Assert.NotEqual(Bytes(folder, "first", name), Bytes(folder, "other", name)));
        Assert.NotEqual(Bytes(folder, "first", "solo.mid"), Bytes(folder, "other", "solo.mid"));
    }

    [SharedDataFact]
    public void A_shorter_run_that_goes_on_ends_as_the_longer_one()
    {
        using var folder = new TemporaryFolder();
        Train(folder.File("stopped"), "--epochs", "2");
        var early = Bytes(folder, "stopped", "model.safetensors");
        Train(folder.File("stopped"), "--epochs", "4", "--resume");
        Train(folder.File("unbroken"), "--epochs", "4");
        Assert.NotEqual(early, Bytes(folder, "stopped", "model.safetensors"));
        Assert.All(Repeatable, name => Assert.Equal(Bytes(folder, "unbroken", name), Bytes(folder, "stopped", name)));

        var (stopped, unbroken) = (Published.Metrics(folder.File("stopped")), Published.Metrics(folder.File("unbroken")));
        Assert.Equal(unbroken[1..].Select(line => (double)line["loss"]!), stopped[1..].Select(line => (double)line["loss"]!));
    }

    private static void Train(string path, params string[] more) =>
        CommandRun.OutputOf(["train", "--data", Published.Tune, "--out", path, "--accelerator", "cpu", .. more]);

    private static byte[] Bytes(TemporaryFolder folder, string run, string name) => File.ReadAllBytes(Path.Combine(folder.File(run), name));
}
