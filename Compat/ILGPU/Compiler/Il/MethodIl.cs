using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ILGPU.Compiler;

/// <summary>What the translation of a method reads of it, kept: a kernel calls small methods many times, and reading is slow.</summary>
internal sealed class MethodIl
{
    private static readonly ConditionalWeakTable<MethodBase, MethodIl> Known = [];

    private readonly HashSet<int> _constants;

    private MethodIl(MethodBase method)
    {
        Body = method.GetMethodBody() ?? throw new UnsupportedException(
            $"a call of {Compilation.NameOf(method)}, which kernels don't have. Write it with numbers, views and XMath.");
        Parameters = method.GetParameters();
        LocalNames = ILGPU.Compiler.LocalNames.Of(method);
        Instructions = IlReader.Read(method);
        _constants = [.. Parameters.Where(each => !each.ParameterType.IsByRef && !MayChange(each, method.IsStatic ? 0 : 1)).Select(each => each.Position)];
    }

    /// <summary>Its locals and handlers.</summary>
    public MethodBody Body { get; }

    /// <summary>Its parameters, without <c>this</c>.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The names of its locals by their numbers.</summary>
    public IReadOnlyDictionary<int, string> LocalNames { get; }

    /// <summary>Its instructions in order.</summary>
    public IReadOnlyList<IlInstruction> Instructions { get; }

    /// <summary>Whether a parameter is what it was called with throughout.</summary>
    public bool IsConstant(ParameterInfo parameter) => _constants.Contains(parameter.Position);

    /// <summary>Whether an instance method of a struct leaves the struct as it is.</summary>
    public static bool IsReadOnly(MethodBase method) => IsReadOnlyStruct(method.DeclaringType!) && !Initialises(method);

    /// <summary>That of a method.</summary>
    /// <exception cref="UnsupportedException">The method has no IL.</exception>
    public static MethodIl Of(MethodBase method) => Known.GetValue(method, static each => new(each));

    // A struct that is read-only is changed as a whole only: in a reference to it, by a constructor or an init accessor.
    private bool MayChange(ParameterInfo parameter, int shift)
    {
        bool Uses(string code) =>
            Instructions.Any(each => each.Code.Name!.StartsWith(code, StringComparison.Ordinal) && each.Integer == parameter.Position + shift);

        if (Uses("starg")) return true;
        var type = parameter.ParameterType;
        return Uses("ldarga") && (!IsReadOnlyStruct(type) || Instructions.Any(each => MayStore(each, type)));
    }

    private static bool MayStore(IlInstruction instruction, Type type) => instruction.Operand switch
    {
        Type stored => stored == type && instruction.Code.Name is "initobj" or "stobj" or "cpobj",
        MethodBase called when instruction.Code.FlowControl == FlowControl.Call => (called.DeclaringType == type && Initialises(called))
            || Array.Exists(called.GetParameters(), each => each.ParameterType.IsByRef && !each.IsIn && each.ParameterType.GetElementType() == type),
        _ => false,
    };

    private static bool Initialises(MethodBase method) => method.IsConstructor
        || (method is MethodInfo { ReturnParameter: var returned } && returned.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    private static bool IsReadOnlyStruct(Type type) => type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false);
}
