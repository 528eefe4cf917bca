using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Tests.ILGPU.OpenCL;

public sealed class DeviceTests
{
    [OpenCLFact]
    public void A_device_says_what_it_is_and_what_it_can_do()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        var device = context.GetCLDevice(0);
        Assert.Equal(AcceleratorType.OpenCL, device.AcceleratorType);
        Assert.NotEqual("", device.Name);
        Assert.NotEqual("", device.PlatformName);
        Assert.NotEqual((CLDeviceType)0, device.DeviceType);
        Assert.InRange(device.NumMultiprocessors, 1, 100_000);
        Assert.InRange(device.MaxNumThreadsPerGroup, 1, 1 << 20);
        Assert.InRange(device.MaxGroupSize.X, 1, device.MaxNumThreadsPerGroup);
        Assert.InRange(device.MaxSharedMemoryPerGroup, 16 << 10, int.MaxValue);
        Assert.InRange(device.MemorySize, 64L << 20, 1L << 50);
        Assert.NotEmpty(device.Extensions);
    }

    [OpenCLFact]
    public void Graphics_processors_come_first()
    {
        var devices = CLDevice.GetDevices(_ => true).Cast<CLDevice>();
        var gpu = devices.Select(device => (device.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0).ToList();
        Assert.Equal(gpu.OrderByDescending(first => first), gpu);
    }

    [OpenCLFact]
    public void The_default_context_has_the_CPU_and_each_OpenCL_device_once()
    {
        using var context = Context.Create(builder => builder.Default().OpenCL());
        Assert.Contains(context.Devices, device => device.AcceleratorType == AcceleratorType.CPU);
        var devices = context.Devices.OfType<CLDevice>().ToList();
        Assert.NotEmpty(devices);
        Assert.Equal(devices.Count, devices.Distinct().Count());
    }

    [Fact]
    public void A_device_that_is_not_there_is_an_error()
    {
        using var context = Context.Create(builder => builder.OpenCL(_ => false));
        Assert.Throws<NotSupportedException>(() => context.GetCLDevice(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => context.GetCLDevice(-1));
    }
}
