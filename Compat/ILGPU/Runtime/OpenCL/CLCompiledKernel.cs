using System.Runtime.CompilerServices;
using ILGPU.Compiler;
using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A kernel that the driver has compiled, for one set of specialised values.</summary>
internal sealed unsafe class CLCompiledKernel : ICompiledKernel<CLArguments>
{
    private const uint KernelGroupSize = 0x11B0;

    private readonly CLFunctions _functions;
    private readonly CLAccelerator _accelerator;
    private readonly KernelProgram _text;
    private readonly string _name;
    private readonly Lock _lock = new();
    private IntPtr _program;
    private IntPtr _kernel;

    public CLCompiledKernel(CLAccelerator accelerator, string name, KernelProgram text)
    {
        _functions = accelerator.Functions;
        _accelerator = accelerator;
        _text = text;
        _name = name;
        (_program, _kernel) = CLProgram.Build(accelerator, name, text);
        nuint most = (nuint)accelerator.MaxNumThreadsPerGroup;
        CLException.ThrowIfFailed(
            _functions.GetKernelGroupInfo(_kernel, accelerator.DeviceId, KernelGroupSize, (nuint)sizeof(nuint), &most, null),
            $"Asking for the largest group of {name}");
        MaxGroupSize = (int)Math.Min(most, (nuint)accelerator.MaxNumThreadsPerGroup);
    }

    public int MaxGroupSize { get; }

    public void Launch(AcceleratorStream stream, CLArguments arguments, in LaunchShape shape, in Index3D extent)
    {
        if (shape.GroupSize > MaxGroupSize)
        {
            throw new NotSupportedException(
                $"{_name} is launched in groups of {shape.GroupSize} work-items; on {_accelerator.Name} it takes at most {MaxGroupSize}.");
        }

        if (shape.DynamicSharedBytes > _accelerator.MaxSharedMemoryPerGroup)
        {
            throw new NotSupportedException(
                $"{_name} asks for {shape.DynamicSharedBytes} bytes of dynamic shared memory; {_accelerator.Name} has "
                + $"{_accelerator.MaxSharedMemoryPerGroup}.");
        }

        // A kernel's arguments are part of its state in OpenCL: no other launch may come between.
        lock (_lock)
        {
            SetArguments(arguments.Values, shape, extent);
            var global = stackalloc nuint[3];
            var local = stackalloc nuint[3];
            (local[0], local[1], local[2]) = ((nuint)shape.Group.X, (nuint)shape.Group.Y, (nuint)shape.Group.Z);
            (global[0], global[1], global[2]) =
                (local[0] * (nuint)shape.Grid.X, local[1] * (nuint)shape.Grid.Y, local[2] * (nuint)shape.Grid.Z);
            var status = _functions.EnqueueKernel(((CLStream)stream).Queue, _kernel, 3, null, global, local, 0, null, null);
            if (status != CLError.CL_SUCCESS) FailLaunch(status, shape);
        }
    }

    public void Dispose()
    {
        if (_kernel != IntPtr.Zero) _ = _functions.ReleaseKernel(_kernel);
        if (_program != IntPtr.Zero) _ = _functions.ReleaseProgram(_program);
        _kernel = IntPtr.Zero;
        _program = IntPtr.Zero;
    }

    private void SetArguments(ReadOnlySpan<CLArgument> values, in LaunchShape shape, in Index3D extent)
    {
        var parameters = _text.Parameters;
        int next = 0;
        for (int i = 0; i < parameters.Count; i++)
        {
            switch (parameters[i].Kind)
            {
                case FlatParameterKind.Extent:
                    int along = parameters[i].Argument switch { 0 => extent.X, 1 => extent.Y, _ => extent.Z };
                    Set(i, sizeof(int), &along);
                    break;
                case FlatParameterKind.DynamicSharedMemory:
                    Set(i, (nuint)Math.Max(1, shape.DynamicSharedBytes), null);
                    break;
                case FlatParameterKind.DynamicSharedLength:
                    long bytes = shape.DynamicSharedBytes;
                    Set(i, sizeof(long), &bytes);
                    break;
                default:
                    var value = values[next++];
                    var handle = value.Buffer?.Handle ?? IntPtr.Zero;
                    ulong bits = value.Bits;
                    Set(i, (nuint)value.Size, parameters[i].Kind == FlatParameterKind.ViewBuffer ? &handle : &bits);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(int index, nuint size, void* value)
    {
        var status = _functions.SetArgument(_kernel, (uint)index, size, value);
        if (status != CLError.CL_SUCCESS) CLException.ThrowIfFailed(status, $"Giving {_name} its parameter {_text.Parameters[index].Name}");
    }

    private void FailLaunch(CLError status, in LaunchShape shape) => CLException.ThrowIfFailed(
        status,
        $"Launching {_name} in {shape.Grid} groups of {shape.Group} work-items that share {shape.DynamicSharedBytes} dynamic bytes");
}
