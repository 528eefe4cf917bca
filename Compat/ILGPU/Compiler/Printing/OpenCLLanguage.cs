using GpuJazz.Launching;

namespace ILGPU.Compiler;

/// <summary>OpenCL C 1.2.</summary>
internal sealed class OpenCLLanguage : Language
{
    public override string Function => "static";

    public override string Barrier => "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)";

    public override string UInt => "uint";

    public override string Long => "long";

    public override string ULong => "ulong";

    public override string LongSuffix => "L";

    public override string Type(NumberType type) => type switch
    {
        NumberType.Int8 => "char",
        NumberType.UInt8 => "uchar",
        NumberType.UInt16 => "ushort",
        _ => base.Type(type),
    };

    public override string? Unroll => "__attribute__((opencl_unroll_hint))";

    public override string FloatOfHalf => "return vload_half(0, (const __private half*)&bits);";

    public override string HalfOfFloat => "ushort bits; vstore_half_rte(x, 0, (__private half*)&bits); return bits;";

    public override string Kernel(LaunchBoundsAttribute? bounds) => "__kernel void";

    public override string Space(AddressSpace space) => space switch
    {
        AddressSpace.Global => "__global ",
        AddressSpace.Shared => "__local ",
        _ => "__private ",
    };

    public override string Memory(AddressSpace space) => space == AddressSpace.Shared ? "__local " : string.Empty;

    public override string Index(string kind, int dimension) => kind switch
    {
        "GlobalIndex" => $"(int)get_global_id({dimension})",
        "GroupIndex" => $"(int)get_local_id({dimension})",
        "GroupDimension" => $"(int)get_local_size({dimension})",
        "GridIndex" => $"(int)get_group_id({dimension})",
        _ => $"(int)get_num_groups({dimension})",
    };

    public override string Reinterpret(NumberType from, NumberType to, string value) => $"as_{Type(to)}({value})";

    public override string Atomic(string operation, NumberType type, AddressSpace space, string pointer, string values)
    {
        string name = operation switch
        {
            "Exchange" => "xchg",
            "CompareExchange" => "cmpxchg",
            _ => operation.ToLowerInvariant(),
        };
        bool isLong = new IrType(type).Bits == 64;
        return $"{(isLong ? "atom_" : "atomic_")}{name}((volatile {Pointer(type, space)}){pointer}, {values})";
    }

    public override string Fence(string level) => "mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)";

    public override IEnumerable<string> Head(IReadOnlySet<NumberType> types, bool hasLongAtomics)
    {
        if (types.Contains(NumberType.Float64)) yield return "#pragma OPENCL EXTENSION cl_khr_fp64 : enable";
        if (hasLongAtomics)
        {
            yield return "#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable";
            yield return "#pragma OPENCL EXTENSION cl_khr_int64_extended_atomics : enable";
        }

        yield return "#pragma OPENCL FP_CONTRACT OFF";
    }
}
