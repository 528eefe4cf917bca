using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;

namespace GpuJazz.Tests.Host;

public sealed class ErrorLineTests
{
    [Fact]
    public void An_error_of_the_program_is_one_line_that_says_what_to_report()
    {
        using var error = new StringWriter();
        var code = ErrorLine.Report(new InvalidOperationException("two\nlines"), new Terminal(TextWriter.Null, error));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal(
            $"gpujazz: an error of the program itself: InvalidOperationException: two lines; please report this line, the command and the trace that GPUJAZZ_TRACE=1 shows{Environment.NewLine}",
            error.ToString());
    }

    [Theory]
    [InlineData("The disk is full.", "gpujazz: the disk is full; check the disk and the path")]
    [InlineData("I/O error", "gpujazz: I/O error; check the disk and the path")]
    public void A_sentence_of_the_system_becomes_part_of_the_line(string message, string expected)
    {
        using var error = new StringWriter();
        ErrorLine.Report(new IOException(message), new Terminal(TextWriter.Null, error));
        Assert.Equal(expected, error.ToString().TrimEnd());
    }
}
