using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ILGPU.Compiler.Simd;

/// <summary>Vectors of one width: their types and operations, by name.</summary>
internal sealed class LaneMachine
{
    private static readonly Lock Guard = new();
    private readonly Dictionary<(string, Type), MethodInfo> _methods = [];
    private readonly Type _class;
    private readonly Type _vector;

    private LaneMachine(int bits, Type operations, Type vector, int registers)
    {
        (Bits, _class, _vector, Registers) = (bits, operations, vector, registers);
    }

    /// <summary>Vectors of 16 lanes.</summary>
    public static LaneMachine Wide { get; } = new(512, typeof(Vector512), typeof(Vector512<>), 32);

    /// <summary>Vectors of 8 lanes.</summary>
    public static LaneMachine Middle { get; } = new(256, typeof(Vector256), typeof(Vector256<>), 16);

    /// <summary>Vectors of 4 lanes.</summary>
    public static LaneMachine Narrow { get; } = new(128, typeof(Vector128), typeof(Vector128<>), Avx.IsSupported ? 16 : 32);

    /// <summary>The widest that this machine computes with; null where it has none.</summary>
    public static LaneMachine? Best { get; } =
        Vector512.IsHardwareAccelerated ? Wide
        : Vector256.IsHardwareAccelerated ? Middle
        : Vector128.IsHardwareAccelerated ? Narrow
        : null;

    /// <summary>The bits of a vector.</summary>
    public int Bits { get; }

    /// <summary>The numbers of 32 bits in a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary>The vectors that the machine can hold at once.</summary>
    public int Registers { get; }

    /// <summary>Whether memory can be read and written under a mask.</summary>
    public static bool HasMaskedMemory => Avx2.IsSupported;

    /// <summary>Whether lanes can be read from anywhere.</summary>
    public static bool HasGather => Avx2.IsSupported;

    /// <summary>A vector of integers, or of floating-point numbers.</summary>
    public Type Vector(Type element) => _vector.MakeGenericType(element);

    /// <summary>An operation on vectors of an element, by its .NET name.</summary>
    public MethodInfo Operation(string name, Type element)
    {
        lock (Guard)
        {
            if (!_methods.TryGetValue((name, element), out var method)) _methods[(name, element)] = method = Find(name, element);
            return method;
        }
    }

    /// <summary>A read or write under a mask, of at most 256 bits: wider vectors take two.</summary>
    public MethodInfo Masked(string name, Type element)
    {
        var owner = element == typeof(float) ? typeof(Avx) : typeof(Avx2);
        var vector = (Bits == 128 ? Narrow : Middle).Vector(element);
        Type[] parameters = name == "MaskLoad" ? [element.MakePointerType(), vector] : [element.MakePointerType(), vector, vector];
        return owner.GetMethod(name, parameters) ?? throw new MissingMethodException(owner.Name, name);
    }

    private MethodInfo Find(string name, Type element)
    {
        var vector = Vector(element);
        foreach (var method in _class.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name != name) continue;
            var candidate = method;
            if (method.IsGenericMethodDefinition)
            {
                if (method.GetGenericArguments().Length != 1) continue;
                candidate = method.MakeGenericMethod(element);
            }

            var parameters = candidate.GetParameters();
            if (Fits(name, parameters, vector, element)) return candidate;
        }

        throw new MissingMethodException(_class.Name, $"{name} of {element.Name}");
    }

    private static bool Fits(string name, ParameterInfo[] parameters, Type vector, Type element) => name switch
    {
        "Create" => parameters.Length == 1 && parameters[0].ParameterType == element,
        "CreateSequence" => true,
        "ShiftLeft" or "ShiftRightLogical" or "ShiftRightArithmetic" =>
            parameters.Length == 2 && parameters[0].ParameterType == vector && parameters[1].ParameterType == typeof(int),
        "Round" => parameters.Length == 1 && parameters[0].ParameterType == vector,
        _ => parameters.Length > 0 && Array.TrueForAll(parameters, each => each.ParameterType == vector),
    };
}
