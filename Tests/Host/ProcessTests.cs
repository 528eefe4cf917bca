using System.Diagnostics;

namespace GpuJazz.Tests.Host;

/// <summary>The built program as a process of its own: its streams, its exit code, and what a signal leaves.</summary>
public sealed class ProcessTests
{
    // So many that a busy machine has time to send the signal.
    private const int Epochs = 600;
    private const int SignalledEpoch = 5;
    private static readonly string[] Repeatable = ["loss.svg", "model.safetensors", "solo.mid", "solo.svg", "solo.wav"];

    [Fact]
    public async Task Its_streams_are_clean_where_they_are_no_terminal()
    {
        var (code, output, error) = await Run("inspect");
        Assert.Equal((0, ""), (code, error));
        Assert.NotEqual("", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task A_wrong_command_line_ends_with_two_and_one_line()
    {
        var (code, output, error) = await Run("train", "--hidden", "0");
        Assert.Equal((2, ""), (code, output));
        Assert.Matches(@"\Agpujazz: --hidden [^\n]+\n\z", error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_run_that_is_stopped_and_goes_on_ends_with_the_same_bytes(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        using var process = Start(Train(folder.File("stopped")));
        while (EpochsOf(folder.File("stopped")) < SignalledEpoch && !process.HasExited) await Task.Delay(2);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"])) await kill.WaitForExitAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.False(File.Exists(Path.Combine(folder.File("stopped"), "solo.mid")));
        if (signal != "KILL")
        {
            Assert.Equal(1, process.ExitCode);
            Assert.Matches($@"\Agpujazz: stopped after epoch \d+ of {Epochs};[^\n]+ --resume\n\z", error);
        }

        CommandRun.OutputOf([.. Train(folder.File("stopped")), "--resume"]);
        CommandRun.OutputOf(Train(folder.File("unbroken")));
        Assert.All(Repeatable, name => Assert.Equal(Bytes(folder.File("unbroken"), name), Bytes(folder.File("stopped"), name)));
    }

    private static int EpochsOf(string folder)
    {
        try
        {
            using var file = new FileStream(Path.Combine(folder, "metrics.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(file);
            return text.ReadToEnd().Count(letter => letter == '\n') - 1;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string[] Train(string folder) =>
    [
        "train", "--out", folder, "--accelerator", "cpu", "--hidden", "8", "--windows", "6", "--epochs", $"{Epochs}", "--save-every", "2",
    ];

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "gpujazz.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
