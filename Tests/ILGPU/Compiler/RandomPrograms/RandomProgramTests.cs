using ILGPU.Runtime;
using Microsoft.CodeAnalysis;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Random programs come out as C# runs them.</summary>
/// <remarks><c>RANDOM_PROGRAMS=1000</c> and <c>RANDOM_SEED=5000</c> in the environment check that many others.</remarks>
public sealed class RandomProgramTests : AcceleratorTest
{
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "0");

    [Theory]
    [OnEachDevice(0)]
    [OnEachDevice(1)]
    public void Programs_come_out_as_in_CSharp(string device, int batch)
    {
        Use(device);
        Check(batch, hasGroups: false, count: Accelerator.AcceleratorType == AcceleratorType.CPU ? 500 : 20);
    }

    [Theory]
    [OnEachDevice(0)]
    [OnEachDevice(1)]
    public void Programs_of_groups_come_out_as_in_CSharp(string device, int batch)
    {
        Use(device);
        Check(batch, hasGroups: true, count: Accelerator.AcceleratorType == AcceleratorType.CPU ? 100 : 4);
    }

    [Fact]
    public void A_wrong_statement_is_found_and_nothing_else_shown()
    {
        var right = Generator.Make(3, hasGroups: false);
        var wrong = right with { Body = [.. right.Body, new("w[own] += 2;") { Plain = "w[own] += 3;" }] };
        var failure = Assert.ThrowsAny<Exception>(() => new Checker(Accelerator, OptimizationLevel.Release).Check([Generator.Make(2, false), wrong]));
        Assert.StartsWith("1 programs differ on CPUAccelerator (Release): seeds 3.\nSeed 3: ", failure.Message);
        Assert.Contains("w[own] += 2;\n", failure.Message);
        Assert.True(failure.Message.Split('\n').Length < 55, failure.Message);
    }

    // As the compiler is slow that makes a kernel of OpenCL C, it gets a few; that C is checked by NativeProgramTests.
    private void Check(int batch, bool hasGroups, int count)
    {
        if (Environment.GetEnvironmentVariable("RANDOM_PROGRAMS") is { } wanted) count = int.Parse(wanted);
        Context.KernelOptions = new() { FusesMultiplyAdd = false };
        var level = batch % 2 == 0 ? OptimizationLevel.Release : OptimizationLevel.Debug;
        new Checker(Accelerator, level).Check(
            [.. Enumerable.Range(First + (batch * count), count).Select(seed => Generator.Make(seed, hasGroups))]);
    }
}
