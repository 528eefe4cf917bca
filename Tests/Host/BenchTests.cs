using System.Text.Json.Nodes;
using GpuJazz.Host.Benchmarking;
using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Tests.Host;

public sealed class BenchTests
{
    private static readonly string[] Small = ["bench", "--quick", "--accelerator", "cpu", "--sizes", "5,3,4,7"];

    [Fact]
    public void A_program_reads_each_measurement_with_what_was_verified()
    {
        var report = JsonNode.Parse(CommandRun.OutputOf([.. Small, "--json"]))!;
        Assert.StartsWith("gpujazz ", (string?)report["program"], StringComparison.Ordinal);
        Assert.Contains("-bit vectors", (string?)report["machine"], StringComparison.Ordinal);
        Assert.Equal(MachineName.Today, (string?)report["date"]);
        Assert.InRange((double)report["peak_gflops"]!, 0.1, 1e6);

        var rows = report["measurements"]!.AsArray();
        Assert.Equal(["update", "solos argmax", "solos drawn"], rows.Select(row => (string?)row!["what"]));
        Assert.Equal([null, 1, 1000], rows.Select(row => (int?)row!["solos"]));
        Assert.All(rows, row =>
        {
            Assert.Equal((5, 3, 4, 7), ((int)row!["m"]!, (int)row["T"]!, (int)row["H"]!, (int)row["V"]!));
            double[] times = [.. new[] { "fastest_us", "lower_quartile_us", "median_us", "upper_quartile_us" }.Select(key => (double)row[key]!)];
            Assert.Equal(times.Order(), times);
            Assert.True(times[0] > 0 && (int)row["runs"]! >= 3);
            var rate = (double)row["gflop"]! * 1e6 / (double)row["median_us"]!;
            Assert.Equal(rate, (double)row["gflops"]!, 1e-4 * rate);
            Assert.Equal(rate / (double)report["peak_gflops"]!, (double)row["share_of_peak"]!, 1e-4);
        });
        Assert.Equal(6e-9 * 3 * 5 * 4 * (16 + 7), (double)rows[0]!["gflop"]!, 1e-10);
        Assert.InRange((double)rows[0]!["verified"]!["gradient_error"]!, double.Epsilon, UpdateVerification.Allowance);
    }

    [Fact]
    public void A_person_reads_a_table()
    {
        var text = CommandRun.OutputOf(Small);
        foreach (var words in new[] { "GFLOP/s", "update", "1 solo of 50 notes", "1000 solos of 50 notes", "6·T·m·H·(4H + V)", "Verified" })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    /// <summary>Single precision is never exactly double's: without an allowance nothing can be verified.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void What_is_not_verified_is_not_timed(double updateAllowance, double solosAllowance)
    {
        using StringWriter output = new(), error = new();
        var terminal = new Terminal(output, error);
        var request = new BenchRequest
        {
            Accelerator = AcceleratorChoice.Cpu,
            Sizes = [new(5, 3, 4, 7)],
            Quick = true,
            UpdateAllowance = updateAllowance,
            SolosAllowance = solosAllowance,
        };
        var refused = Assert.Throws<ModelException>(() => BenchRun.Run(request, terminal));
        var code = ErrorLine.Report(refused, terminal);
        new CommandRun((int)code, output.ToString(), error.ToString()).MustFail(1, "is not timed", "is allowed");
    }

    [Theory]
    [InlineData("60,30,64")]
    [InlineData("60,30,64,0")]
    [InlineData("60,30,64,78,1")]
    [InlineData("60;30;64;78")]
    [InlineData("-60,30,64,78")]
    [InlineData("1000000,3000,64,78")]
    [InlineData("99999999999,30,64,78")]
    public void A_size_that_is_none_is_named(string size) => CommandRun.Of("bench", "--sizes", size).MustFail(2, "--sizes", $"'{size}'");

    [Theory]
    [InlineData("--sizes")]
    [InlineData("--accelerator", "tpu")]
    [InlineData("--slow")]
    [InlineData("surplus")]
    public void The_command_line_must_be_understood(params string[] arguments) => CommandRun.Of(["bench", .. arguments]).MustFail(2);

    [Fact]
    public void The_usual_sizes_can_be_written_as_they_are_taken() =>
        Assert.All(BenchRequest.UsualSizes, size => Assert.Equal(size, SizeText.Parse(SizeText.Of(size))));
}
