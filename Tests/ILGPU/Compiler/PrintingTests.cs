using System.Reflection;
using System.Text.RegularExpressions;
using GpuJazz.Kernels;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Whether printed kernels are what each dialect's compiler takes.</summary>
public sealed class PrintingTests
{
    // What clang declares for CUDA in headers that are not there without CUDA.
    private const string CudaPrelude = """
        #define __global__ __attribute__((global))
        #define __device__ __attribute__((device))
        #define __forceinline__ __attribute__((always_inline))
        #define __shared__ __attribute__((shared))
        #define __align__(n) __attribute__((aligned(n)))
        #define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
        struct Place { unsigned x, y, z; };
        struct __align__(8) float2 { float x, y; };
        struct __align__(16) float4 { float x, y, z, w; };
        static __device__ float2 make_float2(float x, float y) { return { x, y }; }
        static __device__ float4 make_float4(float x, float y, float z, float w) { return { x, y, z, w }; }
        static __device__ unsigned long __cvta_generic_to_shared(const void* pointer) { return (unsigned long)(const __shared__ void*)pointer; }
        extern "C" {
        extern const __device__ Place blockIdx, blockDim, threadIdx, gridDim;
        extern const __device__ int warpSize;
        __device__ void __syncthreads(); __device__ void __threadfence_block(); __device__ void __threadfence();
        __device__ void __threadfence_system();
        __device__ float __uint_as_float(unsigned); __device__ unsigned __float_as_uint(float); __device__ int __float_as_int(float);
        __device__ float __int_as_float(int); __device__ long long __double_as_longlong(double);
        __device__ double __longlong_as_double(long long);
        __device__ float expf(float); __device__ float logf(float); __device__ float tanhf(float); __device__ float sqrtf(float);
        __device__ float floorf(float); __device__ float fabsf(float); __device__ float fmodf(float, float);
        __device__ float fmaf(float, float, float); __device__ double fma(double, double, double); __device__ float rintf(float);
        __device__ float truncf(float); __device__ float ceilf(float); __device__ float copysignf(float, float);
        }
        __device__ int atomicAdd(int*, int); __device__ int atomicCAS(int*, int, int); __device__ unsigned atomicCAS(unsigned*, unsigned, unsigned);
        __device__ unsigned atomicOr(unsigned*, unsigned);
        __device__ float __shfl_sync(unsigned, float, int); __device__ float __shfl_xor_sync(unsigned, float, int);
        __device__ float __shfl_down_sync(unsigned, float, unsigned); __device__ int __shfl_sync(unsigned, int, int);
        __device__ int __shfl_xor_sync(unsigned, int, int); __device__ long long __shfl_up_sync(unsigned, long long, unsigned);
        __device__ float atomicAdd(float*, float); __device__ unsigned long long atomicXor(unsigned long long*, unsigned long long);

        """;

    private static readonly NvrtcLibrary? Nvrtc = NvrtcLibrary.Find(NvrtcPlaces.OfThisMachine(), CudaDriverVersion.FromMajorMinor(99, 0));

    public static TheoryData<string, string> Kernels
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var type in new[] { typeof(IntegerConstructs), typeof(FloatConstructs), typeof(HalfConstructs), typeof(GroupConstructs) })
                foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public)) data.Add(type.FullName!, method.Name);
            foreach (var type in typeof(GpuJazz.Kernels.Adam).Assembly.GetTypes())
                foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
                    if (method.Name.EndsWith("Kernel", StringComparison.Ordinal)) data.Add(type.AssemblyQualifiedName!, method.Name);
            return data;
        }
    }

    [ClangTheory]
    [MemberData(nameof(Kernels))]
    public void OpenCL_C_is_valid(string type, string kernel)
    {
        if (type.Contains(".ResidentLstm", StringComparison.Ordinal))
        {
            var refused = Assert.Throws<KernelCompilationException>(() => Compile(type, kernel, Dialect.OpenCL));
            Assert.Contains("which only CUDA has", refused.Message, StringComparison.Ordinal);
            return;
        }

        string source = Compile(type, kernel, Dialect.OpenCL).Source;
        Check(source, "kernel.cl", "-x", "cl", "-cl-std=CL1.2", "-Xclang", "-finclude-default-header", "-fsyntax-only");
    }

    [ClangTheory]
    [InlineData(nameof(WarpConstructs.Sum))]
    [InlineData(nameof(WarpConstructs.Structs))]
    public void Exchanges_among_a_warp_become_PTX(string kernel) => CUDA_C_becomes_PTX(typeof(WarpConstructs).FullName!, kernel);

    [ClangTheory]
    [MemberData(nameof(Kernels))]
    public void CUDA_C_becomes_PTX(string type, string kernel)
    {
        var program = Compile(type, kernel, Dialect.Cuda);
        Assert.Contains($".entry {program.EntryPoint}(", Ptx(program, "sm_60"), StringComparison.Ordinal);

        // NVIDIA's own compiler, where it is.
        if (Nvrtc?.Architectures.Max() is { } chip)
            Assert.NotEmpty(new NvrtcCompiler(Nvrtc, new(chip / 10, chip % 10)).Compile(kernel, program));
    }

    [ClangTheory]
    [InlineData(ProductOptions.None, Precision.Tf32, "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32", @"add\.s32\s+%r\d+, %r\d+, 4096;")]
    [InlineData(ProductOptions.LeftIsTransposed, Precision.Bf16, "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32", @"cvt\.rn\.bf16x2\.f32")]
    public void Rounded_factors_go_to_tensor_cores(ProductOptions options, Precision precision, string product, string rounding)
    {
        var method = typeof(MatrixProduct).Assembly.GetType("GpuJazz.Kernels.TensorProduct")!.GetMethod("Kernel", BindingFlags.Static | BindingFlags.NonPublic)!;
        string ptx = Ptx(ConstructTests.Compile(method, Dialect.Cuda, options, precision), "sm_80");

        // Of 16 k a lane has 64 numbers of A and B: TF32 rounds them one by one, bfloat16 in pairs.
        Assert.Equal(precision == Precision.Tf32 ? 2 * 32 : 32, Regex.Count(ptx, rounding));

        // Of 16 k two of TF32 or one of bfloat16, of 32 parts; the sums are in registers, and no other product is left.
        Assert.Equal(precision == Precision.Tf32 ? 2 * 32 : 32, ptx.Split(product).Length - 1);
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain("fma.rn.f32", ptx, StringComparison.Ordinal);
    }

    private static string Ptx(KernelProgram program, string architecture)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("kernel.cu"), CudaPrelude + program.Source);
        string errors = Toolchain.Run(
            "-x", "cuda", "--cuda-device-only", $"--cuda-gpu-arch={architecture}", "-nocudainc", "-nocudalib", "-O1", "-S", "-o",
            folder.File("kernel.ptx"), folder.File("kernel.cu"));
        Assert.True(errors.Length == 0, errors + program.Source);
        return File.ReadAllText(folder.File("kernel.ptx"));
    }

    private static KernelProgram Compile(string type, string kernel, Dialect dialect)
    {
        var method = Type.GetType(type)!.GetMethod(kernel, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return ConstructTests.Compile(method, dialect, [.. method.GetParameters().SelectMany(each => Specialized(each.ParameterType))]);
    }

    // Numbers that a kernel may be compiled for, depth-first.
    private static object[] Specialized(Type type)
    {
        if (type == typeof(SpecializedValue<int>)) return [8];
        if (type == typeof(SpecializedValue<MatrixTile>)) return [16, 16, 8, 8, 4, 16];
        if (type == typeof(SpecializedValue<DenseLossTile>)) return [8, 5];
        if (type == typeof(SpecializedValue<ImprovisationForm>)) return [8, 2, 4, 3];
        return type == typeof(SpecializedValue<ProductForm>) ? [ProductOptions.AddsBias | ProductOptions.Accumulates, Precision.Bf16] : [];
    }

    private static void Check(string source, string file, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(file), source);
        string errors = Toolchain.Run([.. arguments, folder.File(file)]);
        Assert.True(errors.Length == 0, errors + source);
    }
}
