using System.Reflection;
using GpuJazz.Launching;

namespace ILGPU.Compiler;

/// <summary>The functions in CUDA C that a kernel calls, as they stand in its text.</summary>
internal static class CudaFunctionText
{
    /// <summary>Writes a function: its head is the method's, and it is always put where it is called, so that memory of a work-item stays in registers.</summary>
    public static string Of(string name, MethodInfo method, Language language)
    {
        string result = method.ReturnType == typeof(void) ? "void" : language.Type(NumberOf(method.ReturnType));
        var parameters = method.GetParameters().Select(each => $"{TypeOf(each.ParameterType, language)} {each.Name}");
        string body = method.GetCustomAttribute<CudaFunctionAttribute>()!.Body.ReplaceLineEndings("\n    ");
        return $"static __device__ __forceinline__ {result} {name}({string.Join(", ", parameters)})\n{{\n    {body}\n}}";
    }

    private static string TypeOf(Type type, Language language) => TypeLayout.IsView(type)
        ? language.Pointer(TypeLayout.Element(type.GetGenericArguments()[0]).Number.Number, AddressSpace.Global)
        : language.Type(NumberOf(type));

    private static NumberType NumberOf(Type type) => TypeLayout.Number(type)!.Value.Number;
}
