using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class DisposalTests : AcceleratorTest
{
    [Theory]
    [OnEachDevice]
    public void Buffers_end_with_their_accelerator(string device)
    {
        Use(device);
        var accelerator = Accelerator.Device.CreateAccelerator(Context);
        var buffer = accelerator.Allocate1D<int>(4);
        accelerator.Dispose();
        Assert.True(buffer.IsDisposed);
        accelerator.Dispose();
        buffer.Dispose();
    }

    [Theory]
    [OnEachDevice]
    public void Disposing_twice_does_nothing(string device)
    {
        Use(device);
        var buffer = Accelerator.Allocate1D([1]);
        var stream = Accelerator.CreateStream();
        buffer.Dispose();
        buffer.Dispose();
        stream.Dispose();
        stream.Dispose();
        Assert.True(buffer.IsDisposed);
        Assert.True(stream.IsDisposed);
    }

    [Theory]
    [OnEachDevice]
    public void Many_buffers_come_and_go(string device)
    {
        Use(device);
        for (int i = 0; i < 5000; i++)
        {
            using var buffer = Accelerator.Allocate1D<int>(16);
            Assert.True(buffer.IsValid);
        }
    }
}
