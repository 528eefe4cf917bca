using GpuJazz.Host.Corpus;
using GpuJazz.Model;

namespace GpuJazz.Tests.Host;

/// <summary>A wrong command line ends with code 2 and one line that names what is wrong.</summary>
public sealed class WrongUsageTests
{
    [Theory]
    [InlineData("--hidden", "0")]
    [InlineData("--hidden", "-1")]
    [InlineData("--hidden", "8193")]
    [InlineData("--hidden", "64.5")]
    [InlineData("--hidden", "many")]
    [InlineData("--hidden", "99999999999999999999")]
    [InlineData("--epochs", "0")]
    [InlineData("--batch", "0")]
    [InlineData("--steps", "1")]
    [InlineData("--windows", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--save-every", "0")]
    [InlineData("--learning-rate", "0")]
    [InlineData("--learning-rate", "-0.01")]
    [InlineData("--learning-rate", "NaN")]
    [InlineData("--learning-rate", "1e999")]
    [InlineData("--decay", "-1")]
    [InlineData("--layers", "0")]
    [InlineData("--layers", "65")]
    [InlineData("--dropout", "1")]
    [InlineData("--dropout", "-0.1")]
    [InlineData("--clip-norm", "-1")]
    [InlineData("--optimizer", "sgd")]
    [InlineData("--preset", "jazz")]
    [InlineData("--rests", "some")]
    [InlineData("--reading", "fast")]
    public void A_number_out_of_range_names_its_option_and_value(string option, string value) =>
        CommandRun.Of("train", option, value).MustFail(2, option, $"'{value}'");

    [Theory]
    [InlineData("--notes", "0")]
    [InlineData("--count", "0")]
    [InlineData("--temperature", "0")]
    [InlineData("--top-k", "-1")]
    [InlineData("--top-p", "0")]
    [InlineData("--top-p", "1.1")]
    [InlineData("--repetition-penalty", "0.9")]
    [InlineData("--max-copy", "1")]
    [InlineData("--density", "8..4")]
    [InlineData("--density", "0")]
    [InlineData("--density", "many")]
    [InlineData("--tempo", "19")]
    [InlineData("--sampling", "best")]
    [InlineData("--style", "bebop")]
    public void Generate_checks_its_numbers(string option, string value) =>
        CommandRun.Of("generate", "--model", "any", option, value).MustFail(2, option, $"'{value}'");

    [Theory]
    [InlineData("train")]
    [InlineData("generate", "--model", "any")]
    public void An_unknown_accelerator_is_answered_with_the_list(params string[] command) =>
        CommandRun.Of([.. command, "--accelerator", "tpu"]).MustFail(2, "auto, cuda, opencl or cpu", "'tpu'");

    [Theory]
    [InlineData("practise")]
    [InlineData("train", "--epoch", "3")]
    [InlineData("train", "--data")]
    [InlineData("train", "--data", "--bogus")]
    [InlineData("train", "--hidden")]
    [InlineData("train", "--hidden", "3", "--hidden", "4")]
    [InlineData("train", "--out", "")]
    [InlineData("train", "surplus")]
    [InlineData("train", "--windows", "1000000", "--steps", "10000")]
    [InlineData("generate")]
    [InlineData("generate", "--model", "any", "--wav", "--bogus")]
    [InlineData("inspect", "--bogus")]
    [InlineData("inspect", "one", "two")]
    [InlineData("inspect", "--export", "all.mid")]
    [InlineData("render")]
    [InlineData("devices", "surplus")]
    public void The_command_line_must_be_understood(params string[] arguments) => CommandRun.Of(arguments).MustFail(2);

    [Theory]
    [InlineData("did you mean 'generate'?", "genrate")]
    [InlineData("did you mean '--epochs'?", "train", "--epoch", "3")]
    [InlineData("did you mean '--json'?", "inspect", "--jsn")]
    [InlineData("<solo> is missing", "render")]
    [InlineData("from 0 to 2147483647", "train", "--seed", "2147483648")]
    public void The_error_says_what_to_write(string words, params string[] arguments) => CommandRun.Of(arguments).MustFail(2, words);

    [Fact]
    public void An_error_far_from_every_word_suggests_none() =>
        Assert.DoesNotContain("did you mean", CommandRun.Of("practise").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(AcceleratorChoice.Cuda)]
    [InlineData(AcceleratorChoice.OpenCL)]
    public void An_accelerator_that_is_not_there_says_why(AcceleratorChoice kind)
    {
        if (Accelerators.List().Any(device => device.Kind == kind)) return;
        using var folder = new TemporaryFolder();
        var word = Accelerators.Word(kind);
        CommandRun.Of("train", "--out", folder.File("out"), "--accelerator", word).MustFail(1, word, MissingAccelerator.Reason(kind));
        Assert.Contains(MissingAccelerator.Reason(kind), CommandRun.OutputOf("devices"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_kinds_of_file_cannot_have_one_name()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("inspect", EmbeddedTunes.All[0].Name, "--export", folder.File("solo.mid"));
        CommandRun.Of("render", folder.File("solo.mid"), "--wav", folder.File("same"), "--piano-roll", folder.File("same"))
            .MustFail(2, "--wav", "--piano-roll", folder.File("same"));
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("train", "-h")]
    [InlineData("generate", "--help")]
    [InlineData("inspect", "--help")]
    [InlineData("render", "--help")]
    [InlineData("devices", "--help")]
    [InlineData("bench", "--help")]
    public void Help_is_no_error(params string[] arguments) =>
        Assert.Contains("Usage:", CommandRun.OutputOf(arguments), StringComparison.Ordinal);

    [Fact]
    public void Help_shows_each_default_as_it_is_written()
    {
        var help = CommandRun.OutputOf("train", "--help");
        string[] defaults = ["auto", "100", "32", "64", "30", "60", "0.01", "0", "out", "10"];
        Assert.All(defaults, value => Assert.Contains($"[default: {value}]", help, StringComparison.Ordinal));
    }
}
