using ILGPU.Compiler.Simd;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Microsoft.CodeAnalysis;

namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Random programs come out as C# runs them.</summary>
/// <remarks>
/// By default about 1,500 programs here and 620 in <see cref="NativeProgramTests"/>, the same in each run. <c>RANDOM_PROGRAMS=1000</c> and
/// <c>RANDOM_SEED=5000</c> in the environment check that many others in each batch, as <c>Tests/random-programs.sh</c> does.
/// </remarks>
public sealed class RandomProgramTests : AcceleratorTest
{
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "0");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(128, 1)]
    [InlineData(256, 2)]
    [InlineData(int.MaxValue, 3)]
    public void Programs_come_out_as_in_CSharp_in_vectors(int bits, int batch) => CheckVectors(bits, batch, hasGroups: false, count: 250);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(128, 1)]
    [InlineData(256, 2)]
    [InlineData(int.MaxValue, 3)]
    public void Programs_of_groups_come_out_as_in_CSharp_in_vectors(int bits, int batch) => CheckVectors(bits, batch, hasGroups: true, count: 100);

    [Theory]
    [OnEachDevice]
    public void Programs_come_out_as_in_CSharp(string device)
    {
        Use(device);
        Check(Accelerator, 0, hasGroups: false, count: 40);
    }

    [Theory]
    [OnEachDevice]
    public void Programs_of_groups_come_out_as_in_CSharp(string device)
    {
        // Program 15 is not among them: PoCL 3.1 gets it wrong, while the same C is right on oclgrind and run natively.
        Use(device);
        Check(Accelerator, 0, hasGroups: true, count: 5);
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

    // Vectors of a width, or the widest that the machine has, or work-items one by one; what is refused is an error.
    private void CheckVectors(int bits, int batch, bool hasGroups, int count)
    {
        var lanes = bits switch { 0 => null, 128 => LaneMachine.Narrow, 256 => LaneMachine.Middle, _ => LaneMachine.Best };
        using var accelerator = new CPUAccelerator(Context, CPUDevice.Nvidia, CPUAcceleratorMode.Auto) { Lanes = lanes, RunsWhatIsRefused = hasGroups };
        Check(accelerator, batch, hasGroups, count);
    }

    // As the compiler is slow that makes a kernel of OpenCL C, devices get a few; that C is checked by NativeProgramTests.
    private void Check(Accelerator accelerator, int batch, bool hasGroups, int count)
    {
        if (Environment.GetEnvironmentVariable("RANDOM_PROGRAMS") is { } wanted) count = int.Parse(wanted);
        Context.KernelOptions = new() { FusesMultiplyAdd = false };
        var level = batch % 2 == 0 ? OptimizationLevel.Release : OptimizationLevel.Debug;
        new Checker(accelerator, level).Check(
            [.. Enumerable.Range(First + (batch * count), count).Select(seed => Generator.Make(seed, hasGroups))]);
    }
}
