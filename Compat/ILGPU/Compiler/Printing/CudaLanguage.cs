using GpuJazz.Launching;

namespace ILGPU.Compiler;

/// <summary>
/// CUDA C, without headers: what the compiler itself declares. NVRTC must be given --fmad=false, or it fuses products and sums that stand
/// apart here; with it, results have the bits that they have elsewhere.
/// </summary>
internal sealed class CudaLanguage : Language
{
    public override string Function => "static __device__ inline";

    public override string Barrier => "__syncthreads()";

    public override string UInt => "unsigned";

    public override string Long => "long long";

    public override string ULong => "unsigned long long";

    public override string LongSuffix => "LL";

    public override string? Unroll => "#pragma unroll";

    public override string FloatOfHalf => "float x; asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(x) : \"h\"(bits)); return x;";

    public override string HalfOfFloat => "unsigned short bits; asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(bits) : \"f\"(x)); return bits;";

    public override string Kernel(LaunchBoundsAttribute? bounds) => bounds is null
        ? "extern \"C\" __global__ void"
        : $"extern \"C\" __launch_bounds__({bounds.Items}, {bounds.Groups}) __global__ void";

    public override string Space(AddressSpace space) => string.Empty;

    public override string Memory(AddressSpace space) => space == AddressSpace.Shared ? "__shared__ " : string.Empty;

    public override string Index(string kind, int dimension)
    {
        char axis = "xyz"[dimension];
        return kind switch
        {
            "GlobalIndex" => $"(int)(blockIdx.{axis} * blockDim.{axis} + threadIdx.{axis})",
            "GroupIndex" => $"(int)threadIdx.{axis}",
            "GroupDimension" => $"(int)blockDim.{axis}",
            "WarpSize" => "warpSize",
            "LaneIdx" => "(int)(((threadIdx.z * blockDim.y + threadIdx.y) * blockDim.x + threadIdx.x) % warpSize)",
            "GridIndex" => $"(int)blockIdx.{axis}",
            _ => $"(int)gridDim.{axis}",
        };
    }

    public override string Reinterpret(NumberType from, NumberType to, string value) => (from, to) switch
    {
        (NumberType.Float32, NumberType.UInt32) => $"__float_as_uint({value})",
        (NumberType.Float32, _) => $"__float_as_int({value})",
        (NumberType.UInt32, NumberType.Float32) => $"__uint_as_float({value})",
        (NumberType.Int32, NumberType.Float32) => $"__int_as_float({value})",
        (NumberType.Float64, _) => $"({Type(to)})__double_as_longlong({value})",
        (_, NumberType.Float64) => $"__longlong_as_double((long long)({value}))",
        _ => $"({Type(to)})({value})",
    };

    public override string Math(string function, NumberType type) =>
        base.Math(function, type) + (type == NumberType.Float32 ? "f" : string.Empty);

    public override string Atomic(string operation, NumberType type, AddressSpace space, string pointer, string values)
    {
        string name = operation switch
        {
            "Exchange" => "Exch",
            "CompareExchange" => "CAS",
            _ => operation,
        };

        // Signed 64 bits: only order differs, and only minimum and maximum ask for it.
        bool asUnsigned = type == NumberType.Int64 && operation is not ("Min" or "Max");
        var operand = asUnsigned ? NumberType.UInt64 : type;
        string call = $"atomic{name}(({Type(operand)}*){pointer}, {values})";
        return asUnsigned ? $"(long long){call}" : call;
    }

    public override string Shuffle(string kind, string value, string which)
    {
        string name = kind switch { "ShuffleDown" => "down_", "ShuffleUp" => "up_", "ShuffleXor" => "xor_", _ => string.Empty };
        return $"__shfl_{name}sync(0xffffffffu, {value}, {which})";
    }

    public override string Fence(string level) => level switch
    {
        "GroupLevel" => "__threadfence_block()",
        "DeviceLevel" => "__threadfence()",
        _ => "__threadfence_system()",
    };

    public override IEnumerable<string> Head(IReadOnlySet<NumberType> types, bool hasLongAtomics) => [];
}
