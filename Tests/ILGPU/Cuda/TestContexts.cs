using ILGPU;
using GpuJazz.Tests.ILGPU.Cuda;

namespace GpuJazz.Tests.ILGPU;

/// <content>The CUDA device without a GPU, where clang can make it.</content>
internal static partial class TestContexts
{
    static partial void AddStandIns(Context.Builder builder)
    {
        if (StandIn.Missing is null) builder.Register(StandIn.Shared.Device);
    }
}
