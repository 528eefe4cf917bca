using System.Reflection;
using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>How the work-items of a kernel come to be in groups.</summary>
internal enum KernelGrouping
{
    /// <summary>The launch says how many groups, and how many work-items a group.</summary>
    Explicit,

    /// <summary>The launch gives an extent, and the kernel's first parameter is the index in it.</summary>
    Implicit,
}

/// <summary>A kernel as it was written.</summary>
/// <param name="Method">The method: static, or a lambda that captures nothing.</param>
/// <param name="Grouping">How work-items come to be in groups.</param>
/// <param name="GroupSize">Implicitly grouped: the work-items of a group, or 0 for what the accelerator prefers.</param>
internal sealed record KernelSource(MethodInfo Method, KernelGrouping Grouping, int GroupSize)
{
    /// <summary>The name in messages: type and method.</summary>
    public string Name { get; } = $"{Method.DeclaringType?.Name}.{Method.Name}";

    /// <summary>The parameters that are given at a launch, which the index of an implicitly grouped kernel is not.</summary>
    public ReadOnlySpan<ParameterInfo> Parameters => Method.GetParameters().AsSpan(Grouping == KernelGrouping.Implicit ? 1 : 0);

    /// <summary>A kernel, checked: what no back end could run is refused.</summary>
    public static KernelSource Create(Delegate kernel, KernelGrouping grouping, int groupSize)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfNegative(groupSize, "customGroupSize");
        var source = new KernelSource(kernel.Method, grouping, groupSize);
        if (!source.Method.IsStatic && !CapturesNothing(source.Method))
        {
            throw new NotSupportedException(
                $"Kernel {source.Name} is not static. Make it a static method, or a lambda that captures nothing.");
        }

        if (grouping == KernelGrouping.Implicit) CheckIndex(source);
        foreach (var parameter in source.Parameters) KernelTypes.Check(source.Name, parameter.Name!, parameter.ParameterType);
        return source;
    }

    private static bool CapturesNothing(MethodInfo method) =>
        method.DeclaringType is { } type
        && type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length == 0;

    private static void CheckIndex(KernelSource source)
    {
        var type = source.Method.GetParameters()[0].ParameterType;
        if (type != typeof(Index1D) && type != typeof(Index2D) && type != typeof(Index3D))
        {
            throw new NotSupportedException(
                $"The first parameter of kernel {source.Name} is {type.Name}; an implicitly grouped kernel takes Index1D, Index2D or Index3D.");
        }
    }
}
