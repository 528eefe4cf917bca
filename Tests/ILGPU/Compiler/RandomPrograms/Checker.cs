using ILGPU.Runtime;
using Microsoft.CodeAnalysis;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Compares programs on an accelerator with C#; what differs is made small before it is shown.</summary>
internal sealed class Checker(Accelerator accelerator, OptimizationLevel level)
{
    // Where the compiler is that wrong, more of them say no more.
    private const int MostFailures = 20;

    /// <summary>Checks programs.</summary>
    public void Check(IReadOnlyCollection<RandomProgram> programs)
    {
        var library = new Library(programs, level);
        using var buffers = new DeviceBuffers(accelerator);
        var failed = programs.Where(program => Failure(program, library, buffers) is not null).Take(MostFailures).ToList();
        if (failed.Count == 0) return;
        var smallest = Shrinker.Shrink(failed[0], smaller => Failure(smaller, new([smaller], level), buffers) is not null);
        Assert.Fail(
            $"{failed.Count} programs differ on {accelerator.Name} ({level}): seeds {string.Join(", ", failed.Select(each => each.Seed))}.\n"
            + $"Seed {smallest.Seed}: {Failure(smallest, new([smallest], level), buffers)}\n{smallest.Print(isPlain: false)}");
    }

    private static string? Failure(RandomProgram program, Library library, DeviceBuffers buffers)
    {
        try
        {
            var kernel = buffers.Load(library.Kernel(program));
            foreach (var launch in Launch.Of(program))
                if (Reference.Run(library.Plain(program), launch).Difference(kernel(launch)) is { } difference) return $"{difference}; {launch}";
            return null;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            return error.ToString();
        }
    }
}
