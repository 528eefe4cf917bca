using System.Reflection;
using ILGPU.Compiler;
using Microsoft.CodeAnalysis;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>The OpenCL C of random programs comes out as C# runs them, without anything that C does not define.</summary>
public sealed class NativeProgramTests
{
    [ClangTheory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void OpenCL_C_comes_out_as_CSharp(int batch, bool hasGroups)
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("RANDOM_PROGRAMS") ?? (hasGroups ? "60" : "250"));
        int first = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "10000") + (batch * count);
        Check(
            [.. Enumerable.Range(first, count).Select(seed => Generator.Make(seed, hasGroups))],
            batch % 2 == 0 ? OptimizationLevel.Release : OptimizationLevel.Debug);
    }

    private static void Check(IReadOnlyList<RandomProgram> programs, OptimizationLevel level)
    {
        var failed = Failures(programs, level).ToList();
        if (failed.Count == 0) return;
        var smallest = Shrinker.Shrink(failed[0].Program, smaller => Failures([smaller], level).Any());
        string reason = Failures([smallest], level).First().Reason;
        Assert.Fail(
            $"{failed.Count} programs differ ({level}): seeds {string.Join(", ", failed.Select(each => each.Program.Seed))}.\n"
            + $"Seed {smallest.Seed}: {reason}\n{smallest.Print(isPlain: false)}");
    }

    private static IEnumerable<(RandomProgram Program, string Reason)> Failures(IReadOnlyList<RandomProgram> programs, OptimizationLevel level)
    {
        var library = new Library(programs, level);
        using var batch = new NativeBatch(programs.Select(program => (program.Name, Compile(library.Kernel(program)))));
        foreach (var program in programs)
        {
            foreach (var launch in Launch.Of(program))
            {
                var (outputs, undefined) = batch.Run(program.Name, launch);
                string? reason = Reference.Run(library.Plain(program), launch).Difference(outputs) ?? undefined;
                if (reason is null) continue;
                yield return (program, $"{reason}; {launch}");
                break;
            }
        }
    }

    private static KernelProgram Compile(MethodInfo kernel) => ConstructTests.Compile(kernel, Dialect.OpenCL);
}
