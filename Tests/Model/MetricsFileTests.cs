using System.Globalization;
using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class MetricsFileTests : IDisposable
{
    private const string FirstLine =
        """{"settings":{"epochs":100,"batch":32,"steps":3,"windows":60,"learning_rate":0.01,"decay":0.01,"seed":0},"hidden":64,"accelerator":"CPU é","vocabulary_size":78,"corpus_length":193,"parameter_count":41678,"layers":1}""";

    private static readonly RunDescription Run = new(new TrainingSettings { Steps = 3 }, 64, "CPU é", 78, 193, 41_678);
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("metrics.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_an_epoch_follows_the_line_of_the_run()
    {
        using var metrics = MetricsFile.Create(File, Run);
        metrics.Append(new EpochMetrics(1, 4.1f, [4, 0.1f, 0], [0.05f, 1 / 3f, 0], 0.25));

        // Read while the run goes on: nothing waits in a buffer.
        Assert.Equal(
            [FirstLine, """{"epoch":1,"loss":4.1,"step_loss":[4,0.1,0],"step_accuracy":[0.05,0.33333334,0],"seconds":0.25}"""],
            Lines());
        Assert.EndsWith("\n", Text(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Text());
    }

    [Fact]
    public void What_was_written_is_read_to_the_last_bit()
    {
        var written = Enumerable.Range(1, 20).Select(Epoch).ToArray();
        using (var metrics = MetricsFile.Create(File, Run)) foreach (var epoch in written) metrics.Append(epoch);

        var (run, epochs) = MetricsFile.Read(File);

        Assert.Equal(Run, run);
        Assert.Equal(written.Length, epochs.Count);
        foreach (var (expected, actual) in written.Zip(epochs)) AssertSame(expected, actual);
    }

    [Fact]
    public void The_loss_of_tunes_held_out_is_read_to_the_last_bit_and_not_written_where_there_are_none()
    {
        var losses = Enumerable.Range(1, 20).Select(i => Math.PI * Math.Pow(10, i - 10)).Append(double.NaN).ToArray();
        using (var metrics = MetricsFile.Create(File, Run))
            for (var i = 0; i <= losses.Length; i++) metrics.Append(Epoch(i + 1) with { HeldOutLoss = i < losses.Length ? losses[i] : null });

        Assert.Equal([.. losses, null], MetricsFile.Read(File).Epochs.Select(epoch => epoch.HeldOutLoss));
        Assert.Contains("\"held_out_loss\":", Lines()[1], StringComparison.Ordinal);
        Assert.DoesNotContain("held_out", Lines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_drops_the_epochs_that_it_does_again()
    {
        using (var metrics = MetricsFile.Create(File, Run)) for (var i = 1; i <= 5; i++) metrics.Append(Epoch(i));
        var before = Lines();

        var longer = Run with { Accelerator = "another" };
        using (var metrics = MetricsFile.Resume(File, longer, 3)) metrics.Append(Epoch(44));

        Assert.Equal(longer, MetricsFile.Read(File).Run);
        Assert.Equal(before[1..4], Lines()[1..4]);
        Assert.Equal([1, 2, 3, 44], MetricsFile.Read(File).Epochs.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void A_line_cut_off_by_a_kill_is_dropped()
    {
        using (var metrics = MetricsFile.Create(File, Run)) for (var i = 1; i <= 3; i++) metrics.Append(Epoch(i));
        var text = Text();
        System.IO.File.WriteAllText(File, text[..^10]);

        using (var metrics = MetricsFile.Resume(File, Run, 3)) metrics.Append(Epoch(3));

        Assert.Equal(text, Text());
    }

    [Fact]
    public void Without_a_file_a_resumed_run_begins_one()
    {
        using (var metrics = MetricsFile.Resume(File, Run, 3)) metrics.Append(Epoch(4));

        Assert.Equal(Run, MetricsFile.Read(File).Run);
    }

    [Fact]
    public void Numbers_that_are_none_are_kept()
    {
        using (var metrics = MetricsFile.Create(File, Run)) metrics.Append(Epoch(1) with { Loss = float.NaN });

        Assert.True(float.IsNaN(MetricsFile.Read(File).Epochs[0].Loss));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("hello\n", 1)]
    [InlineData("{}\n", 1)]
    [InlineData("null\n", 1)]
    [InlineData(FirstLine + "\n{\"epoch\":1}\n", 2)]
    [InlineData(FirstLine + "\n{\"epoch\":1,\"loss\":1,\"step_loss\":null,\"step_accuracy\":[],\"seconds\":1}\n", 2)]
    public void Another_file_is_refused_in_a_line_and_not_touched(string content, int line)
    {
        System.IO.File.WriteAllText(File, content);

        var error = Assert.Throws<ModelException>(() => MetricsFile.Resume(File, Run, 1));

        Assert.Equal($"{File}: line {line} is not one of metrics: move the file away, or name another folder with --out", error.Message);
        Assert.Equal(content, Text());
    }

    [LinuxFact]
    public void A_full_disk_is_named_as_the_reason()
    {
        Assert.Contains("no space left", Assert.Throws<ModelException>(() => MetricsFile.Create("/dev/full", Run)).Message, StringComparison.Ordinal);
    }

    private static EpochMetrics Epoch(int number)
    {
        var random = new Random(number);
        float Next() => (float)(random.NextDouble() * Math.Pow(10, random.Next(-8, 3)));
        return new EpochMetrics(number, Next(), [Next(), Next(), 0], [Next(), Next(), Next()], random.NextDouble());
    }

    private static void AssertSame(EpochMetrics expected, EpochMetrics actual)
    {
        Assert.Equal(expected.Epoch, actual.Epoch);
        Assert.Equal(expected.Loss, actual.Loss);
        Assert.Equal(expected.StepLoss, actual.StepLoss);
        Assert.Equal(expected.StepAccuracy, actual.StepAccuracy);
        Assert.Equal(expected.Seconds.ToString("R", CultureInfo.InvariantCulture), actual.Seconds.ToString("R", CultureInfo.InvariantCulture));
    }

    private string Text()
    {
        using var reader = new StreamReader(new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private string[] Lines() => Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
