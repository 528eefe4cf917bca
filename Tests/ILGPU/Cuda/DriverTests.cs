using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU.Cuda;

/// <summary>What is found and what is said where something is missing.</summary>
public sealed class DriverTests
{
    private static readonly NvrtcPlaces Nowhere = new(_ => null) { Fixed = [] };

    [StandInFact]
    public void A_device_says_what_it_is_and_what_it_can_do()
    {
        var device = StandIn.Shared.Device;
        Assert.Equal("Stand-in 0", device.Name);
        Assert.Equal(new CudaArchitecture(9, 0), device.Architecture);
        Assert.Equal(CudaDriverVersion.FromMajorMinor(12, 8), device.DriverVersion);
        Assert.Equal((132, 32), (device.NumMultiprocessors, device.WarpSize));
        Assert.Equal((1024, 2048), (device.MaxNumThreadsPerGroup, device.MaxNumThreadsPerMultiprocessor));
        Assert.Equal((227 << 10, 228 << 10), (device.MaxSharedMemoryPerGroup, device.MaxSharedMemoryPerMultiprocessor));
        Assert.Equal((1L << 30, 1980, 60 << 20), (device.MemorySize, device.ClockRate, device.L2CacheSize));
        Assert.Equal(AcceleratorType.Cuda, device.AcceleratorType);
        Assert.Null(device.Unusable);
    }

    [Fact]
    public void Without_a_driver_the_reason_names_the_library()
    {
        var (driver, reason) = CudaDriver.Load(["libcuda-that-is-not-there.so.1"], Nowhere);
        Assert.Null(driver);
        Assert.Contains("libcuda-that-is-not-there.so.1 is not installed", reason, StringComparison.Ordinal);
    }

    [StandInFact]
    public void An_old_driver_is_told_what_is_needed()
    {
        var old = new StandIn(("version", 10020));
        Assert.Null(old.Driver);
        Assert.Contains("CUDA 10.2 only, and 11.4 is needed", old.Reason, StringComparison.Ordinal);
    }

    [StandInFact]
    public void A_driver_without_a_device_or_that_does_not_start_says_so()
    {
        Assert.Contains("finds no GPU", new StandIn(("initialize", 100)).Reason, StringComparison.Ordinal);
        Assert.Contains("CUDA_ERROR_SYSTEM_DRIVER_MISMATCH", new StandIn(("initialize", 803)).Reason, StringComparison.Ordinal);
        var (devices, reason) = CudaDevice.Find(new StandIn(("devices", 0)).Driver!);
        Assert.Empty(devices);
        Assert.Contains("finds no GPU", reason, StringComparison.Ordinal);
        Assert.Equal(3, CudaDevice.Find(new StandIn(("devices", 3)).Driver!).Devices.Length);
    }

    [StandInFact]
    public void Without_NVRTC_the_reason_says_what_was_looked_for_and_what_to_install()
    {
        var (driver, _) = CudaDriver.Load([StandIn.Shared.DriverPath], Nowhere);
        string? reason = CudaDevice.Find(driver!).Devices[0].Unusable;
        foreach (string part in new[] { "NVRTC", "CUDA_PATH", "pip install nvidia-cuda-nvrtc-cu12" })
            Assert.Contains(part, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CUDA_PATH", "lib64/libnvrtc.so.12")]
    [InlineData("CUDA_HOME", "targets/x86_64-linux/lib/libnvrtc.so.13")]
    [InlineData("VIRTUAL_ENV", "lib/python3.12/site-packages/nvidia/cuda_nvrtc/lib/libnvrtc.so.12")]
    [InlineData("CONDA_PREFIX", "lib/python3.11/site-packages/nvidia/cu13/lib/libnvrtc.so.13")]
    [InlineData("HOME", ".local/lib/python3.12/site-packages/nvidia/cuda_nvrtc/lib/libnvrtc.so.11.2")]
    [InlineData("PATH", "lib/python3.12/dist-packages/nvidia/cu13/lib/libnvrtc.so.13", "bin")]
    public void NVRTC_is_found_in_its_usual_places(string variable, string place, string folder = "")
    {
        if (OperatingSystem.IsWindows()) return;
        using var root = new TemporaryFolder();
        string file = root.File(place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        Directory.CreateDirectory(root.File("bin"));
        File.WriteAllText(root.File("bin/python3"), "");
        var places = new NvrtcPlaces(name => name == variable ? root.File(folder).TrimEnd('/') : null);
        Assert.Contains(file, places.Candidates());
        Assert.Equal("libnvrtc.so.13", places.Candidates().First());
    }

    [Fact]
    public void Log_lines_are_followed_by_the_line_of_the_source_that_they_speak_of()
    {
        string log = NvrtcCompiler.Numbered("kernel.cu(2): error: no such thing\n1 error detected", "one\ntwo\nthree");
        Assert.Equal("kernel.cu(2): error: no such thing\n     2 | two\n1 error detected", log);
        Assert.Equal("kernel.cu(9): error: beyond", NvrtcCompiler.Numbered("kernel.cu(9): error: beyond", "one"));
    }
}
