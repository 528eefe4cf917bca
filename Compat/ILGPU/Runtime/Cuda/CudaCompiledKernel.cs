using System.Text;
using GpuJazz.Launching;
using ILGPU.Compiler;
using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime.Cuda;

/// <summary>A kernel that NVRTC has compiled and the driver loaded, for one set of specialised values.</summary>
internal sealed unsafe class CudaCompiledKernel : ICompiledKernel<CudaArguments>
{
    private readonly CudaFunctions _functions;
    private readonly CudaAccelerator _accelerator;
    private readonly KernelProgram _text;
    private readonly string _name;
    private readonly bool _isCooperative;
    private readonly int _ownSharedBytes;
    private readonly IntPtr _function;
    private IntPtr _module;
    private volatile int _allowedSharedBytes;

    public CudaCompiledKernel(CudaAccelerator accelerator, KernelSource source, KernelProgram text)
    {
        _functions = accelerator.Functions;
        _accelerator = accelerator;
        _text = text;
        _name = source.Name;
        _isCooperative = source.Method.IsDefined(typeof(CooperativeLaunchAttribute), false);
        if (_isCooperative && !accelerator.Device.CanLaunchCooperatively)
            throw new NotSupportedException($"{_name} is launched cooperatively, which {accelerator.Name} can't do.");
        accelerator.Bind();
        _module = Load();
        IntPtr function;
        fixed (byte* entry = Encoding.ASCII.GetBytes(text.EntryPoint + '\0'))
        {
            CudaException.ThrowIfFailed(
                _functions.GetFunction(&function, _module, entry), $"Taking {text.EntryPoint} from the compiled {_name}");
        }

        _function = function;
        MaxGroupSize = Math.Min(Ask(CudaFunctionAttribute.MaxThreadsPerBlock), accelerator.MaxNumThreadsPerGroup);
        _ownSharedBytes = Ask(CudaFunctionAttribute.SharedBytes);
        _allowedSharedBytes = accelerator.Device.SharedMemoryWithoutAsking - _ownSharedBytes;
    }

    public int MaxGroupSize { get; }

    public void Launch(AcceleratorStream stream, CudaArguments arguments, in LaunchShape shape, in Index3D extent)
    {
        Check(shape);
        _accelerator.Bind();
        if (shape.DynamicSharedBytes > _allowedSharedBytes) Allow(shape.DynamicSharedBytes);

        var flat = _text.Parameters;
        ulong* values = stackalloc ulong[flat.Count];
        void** parameters = stackalloc void*[flat.Count];
        var given = arguments.Values;
        int next = 0;
        for (int i = 0; i < flat.Count; i++)
        {
            values[i] = flat[i].Kind switch
            {
                FlatParameterKind.Extent => (uint)(flat[i].Argument switch { 0 => extent.X, 1 => extent.Y, _ => extent.Z }),
                FlatParameterKind.DynamicSharedLength => (ulong)shape.DynamicSharedBytes,
                _ => given[next++],
            };
            parameters[i] = values + i;
        }

        var (grid, group, queue) = (shape.Grid, shape.Group, ((CudaStream)stream).StreamPtr);
        var (x, y, z) = ((uint)grid.X, (uint)grid.Y, (uint)grid.Z);
        var (itemsX, itemsY, itemsZ) = ((uint)group.X, (uint)group.Y, (uint)group.Z);
        uint shared = (uint)shape.DynamicSharedBytes;
        var status = _isCooperative
            ? _functions.LaunchCooperatively(_function, x, y, z, itemsX, itemsY, itemsZ, shared, queue, parameters)
            : _functions.Launch(_function, x, y, z, itemsX, itemsY, itemsZ, shared, queue, parameters, null);
        if (status != CudaError.CUDA_SUCCESS) FailLaunch(status, shape);
    }

    public void Dispose()
    {
        if (_module != IntPtr.Zero && _functions.SetCurrent(_accelerator.Device.ContextHandle) == CudaError.CUDA_SUCCESS)
            _ = _functions.UnloadModule(_module);
        _module = IntPtr.Zero;
    }

    // What an earlier run has compiled, if the driver takes it; or else compiled now.
    private IntPtr Load()
    {
        var compiler = _accelerator.Compiler;
        string key = KernelCache.KeyOf(
            "CUDA", compiler.Version, _accelerator.DriverVersion.ToString(), string.Join(' ', compiler.Options), _text.Source);
        IntPtr module;
        if (_accelerator.Cache.Find(key) is { } kept)
        {
            fixed (byte* first = kept)
                if (_functions.LoadModule(&module, first) == CudaError.CUDA_SUCCESS) return module;
        }

        byte[] image = compiler.Compile(_name, _text);
        fixed (byte* first = image) CudaException.ThrowIfFailed(_functions.LoadModule(&module, first), $"Loading the compiled {_name}");
        _accelerator.Cache.Keep(key, image);
        return module;
    }

    private int Ask(CudaFunctionAttribute what)
    {
        int value;
        CudaException.ThrowIfFailed(_functions.GetFunctionAttribute(&value, what, _function), $"Asking about the compiled {_name}");
        return value;
    }

    private void Allow(int bytes)
    {
        CudaException.ThrowIfFailed(
            _functions.SetFunctionAttribute(_function, CudaFunctionAttribute.MaxDynamicSharedBytes, bytes),
            $"Taking {bytes} bytes of dynamic shared memory for {_name}");
        _allowedSharedBytes = bytes;
    }

    private void Check(in LaunchShape shape)
    {
        if (shape.GroupSize > MaxGroupSize)
        {
            throw new NotSupportedException(
                $"{_name} is launched in groups of {shape.GroupSize} work-items; on {_accelerator.Name} it takes at most {MaxGroupSize}.");
        }

        if ((long)shape.DynamicSharedBytes + _ownSharedBytes > _accelerator.MaxSharedMemoryPerGroup)
        {
            throw new NotSupportedException(
                $"{_name} asks for {shape.DynamicSharedBytes} bytes of dynamic shared memory and has {_ownSharedBytes} of its own; "
                + $"{_accelerator.Name} has {_accelerator.MaxSharedMemoryPerGroup}.");
        }

        var most = _accelerator.MaxGridSize;
        if (shape.Grid.X > most.X || shape.Grid.Y > most.Y || shape.Grid.Z > most.Z)
            throw new NotSupportedException($"{_name} is launched in {shape.Grid} groups; {_accelerator.Name} has at most {most}.");
    }

    private void FailLaunch(CudaError status, in LaunchShape shape) => CudaException.ThrowIfFailed(
        status,
        $"Launching {_name} in {shape.Grid} groups of {shape.Group} work-items that share {shape.DynamicSharedBytes} dynamic bytes");
}
