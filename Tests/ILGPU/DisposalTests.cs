using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU;

public sealed class DisposalTests : AcceleratorTest
{
    [Fact]
    public void Buffers_end_with_their_accelerator()
    {
        var accelerator = Context.GetPreferredDevice(preferCPU: true).CreateAccelerator(Context);
        var buffer = accelerator.Allocate1D<int>(4);
        accelerator.Dispose();
        Assert.True(buffer.IsDisposed);
        accelerator.Dispose();
        buffer.Dispose();
    }

    [Fact]
    public void Disposing_twice_does_nothing()
    {
        var buffer = Accelerator.Allocate1D([1]);
        var stream = Accelerator.CreateStream();
        buffer.Dispose();
        buffer.Dispose();
        stream.Dispose();
        stream.Dispose();
        Assert.True(buffer.IsDisposed);
        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public void Many_buffers_come_and_go()
    {
        for (int i = 0; i < 5000; i++)
        {
            using var buffer = Accelerator.Allocate1D<int>(16);
            Assert.True(buffer.IsValid);
        }
    }
}
