using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Compiler;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>A printed kernel without barriers, compiled as plain C and run work-item by work-item.</summary>
internal sealed unsafe class NativeKernel : IDisposable
{
    private const string Prelude = """
        #include <math.h>
        #include <stdint.h>
        #include <stdbool.h>
        #include "half.h"
        #define __kernel
        #define __global
        #define __private
        #define __local static
        typedef unsigned char uchar; typedef unsigned short ushort; typedef unsigned int uint; typedef unsigned long ulong;
        static int place;
        static long get_global_id(int dimension) { return place; }
        static float as_float(uint x) { union { uint from; float to; } u = { x }; return u.to; }
        static double as_double(ulong x) { union { ulong from; double to; } u = { x }; return u.to; }
        static int as_int(float x) { union { float from; int to; } u = { x }; return u.to; }
        static uint as_uint(float x) { return (uint)as_int(x); }
        static long as_long(double x) { union { double from; long to; } u = { x }; return u.to; }
        static ulong as_ulong(double x) { return (ulong)as_long(x); }
        #define sqrt(x) _Generic((x), float: sqrtf, double: sqrt)(x)
        #define floor(x) _Generic((x), float: floorf, double: floor)(x)
        #define fabs(x) _Generic((x), float: fabsf, double: fabs)(x)
        #define ceil(x) _Generic((x), float: ceilf, double: ceil)(x)
        #define trunc(x) _Generic((x), float: truncf, double: trunc)(x)
        #define rint(x) _Generic((x), float: rintf, double: rint)(x)
        #define copysign(x, y) _Generic((x), float: copysignf, double: copysign)(x, y)
        #define fma(x, y, z) _Generic((x), float: fmaf, double: fma)(x, y, z)
        #define fmod(x, y) _Generic((x), float: fmodf, double: fmod)(x, y)

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly nint _library;
    private readonly delegate* unmanaged<void**, long*, int, void> _run;

    public NativeKernel(KernelProgram program)
    {
        string source = Path.Combine(_folder.Path, "kernel.c");
        string library = Path.Combine(_folder.Path, "kernel.so");
        File.WriteAllText(source, Prelude + program.Source + Driver(program));
        string errors = Toolchain.Run(
            "-x", "c", "-std=gnu11", "-w", "-O1", "-ffp-contract=off", "-fsanitize=undefined", "-fsanitize-trap=undefined",
            "-fno-sanitize=float-cast-overflow,alignment", "-fPIC", "-shared", "-I", Toolchain.Headers, "-o", library, source, "-lm");
        Assert.True(errors.Length == 0, errors + program.Source);
        _library = NativeLibrary.Load(library);
        _run = (delegate* unmanaged<void**, long*, int, void>)NativeLibrary.GetExport(_library, "run");
    }

    /// <summary>Runs all work-items on an input, and gives the output.</summary>
    public TOut[] Run<TIn, TOut>(TIn[] input, int outputs)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var result = new TOut[outputs];
        fixed (void* first = input, second = result)
        {
            void** buffers = stackalloc void*[] { first, second };
            long* lengths = stackalloc long[] { input.Length, outputs };
            _run(buffers, lengths, outputs);
        }

        return result;
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        _folder.Dispose();
    }

    private static string Driver(KernelProgram program)
    {
        var text = new StringBuilder("\nvoid run(void** buffers, long* lengths, int count)\n{\n    for (place = 0; place < count; place++) ");
        var arguments = program.Parameters.Select(each => each.Kind switch
        {
            FlatParameterKind.ViewBuffer => $"buffers[{each.Argument}]",
            FlatParameterKind.ViewStart => "0",
            FlatParameterKind.ViewLength => $"lengths[{each.Argument}]",
            _ => "count",
        });
        return text.Append($"{program.EntryPoint}({string.Join(", ", arguments)});\n}}\n").ToString();
    }
}
