using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace ILGPU;

/// <content>How a context is made.</content>
public sealed partial class Context
{
    /// <summary>The settings of a context to be.</summary>
    public sealed class Builder
    {
        private readonly List<Device> _devices = [];
        private bool _profiling;
        private string? _dumpFolder;

        internal Builder()
        {
        }

        /// <summary>The default settings: all accelerators.</summary>
        public Builder Default() => AllAccelerators();

        /// <summary>Takes every device that can be used here: the CPU, and those that CUDA and OpenCL find.</summary>
        public Builder AllAccelerators() => this.DefaultCPU().OpenCL().Cuda();

        /// <summary>Lets streams take markers, which measure time.</summary>
        public Builder Profiling()
        {
            _profiling = true;
            return this;
        }

        /// <summary>The context.</summary>
        public Context ToContext() => new([.. _devices]) { EnablesProfiling = _profiling, KernelDumpFolder = _dumpFolder };

        internal void DumpInto(string? folder) => _dumpFolder = folder;

        internal void Register(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            if (!_devices.Contains(device)) _devices.Add(device);
        }
    }
}
