using GpuJazz.Tests.ILGPU.OpenCL;

namespace GpuJazz.Tests.Host;

/// <summary><c>--dump-kernels</c> writes each kernel by its name, and nothing where it is not asked to.</summary>
public sealed class DumpKernelsTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Fact]
    public void Training_and_improvising_on_the_CPU_show_their_kernels()
    {
        using var folder = new TemporaryFolder();
        string kernels = folder.File("kernels");
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("out")), "--dump-kernels", kernels]);
        var names = Directory.GetFiles(kernels).Select(Path.GetFileName).ToList();
        foreach (string kernel in new[] { "LstmForward", "LstmBackward", "Adam", "Dense", "Improvisation" })
            Assert.Contains(names, name => name!.StartsWith(kernel + ".", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal));
        foreach (string file in Directory.GetFiles(kernels)) Assert.Contains("vectorised", File.ReadAllText(file));
    }

    [OpenCLFact]
    public void OpenCL_shows_OpenCL_C()
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf("generate", "--model", small.Path, "--out", folder.File("solo.mid"), "--accelerator", "opencl", "--dump-kernels", folder.File("k"));
        var texts = Directory.GetFiles(folder.File("k"), "*.opencl*.cl").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Contains("__kernel void", text));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("file", 1);
        CommandRun.Of([.. SmallModel.Train(folder.File("out")), "--dump-kernels", file]).MustFail(1, "--dump-kernels", file);
        CommandRun.Of("generate", "--model", small.Path, "--out", folder.File("solo.mid"), "--dump-kernels", Path.Combine(file, "k"))
            .MustFail(1, "--dump-kernels", file);
        CommandRun.Of("generate", "--model", small.Path, "--dump-kernels").MustFail(2, "--dump-kernels");
    }
}
