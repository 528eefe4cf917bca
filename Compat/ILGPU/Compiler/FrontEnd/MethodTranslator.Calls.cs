using System.Reflection;

namespace ILGPU.Compiler;

/// <content>Calls: of what every back end has, or of a method that is translated in place.</content>
internal sealed partial class MethodTranslator
{
    private void Call(IlInstruction instruction)
    {
        var method = (MethodBase)instruction.Operand!;
        if (instruction.Constraint is { } type) method = Constraints.Implementation((MethodInfo)method, type);
        int count = method.GetParameters().Length + (method.IsStatic ? 0 : 1);
        var arguments = new StackEntry[count];
        for (int i = count - 1; i >= 0; i--) arguments[i] = Pop();
        if (method is { IsStatic: false, DeclaringType.IsValueType: true } && arguments[0] is StackValue value)
            arguments[0] = _compilation.Temporary(value, MethodIl.IsReadOnly(method));
        if (!Intrinsics.TryCall(_compilation, method, arguments, out var result))
        {
            if (method.IsAbstract || method.DeclaringType is { IsValueType: false } && !method.IsStatic)
                throw new UnsupportedException($"a call of {Compilation.NameOf(method)} on an object. Use a type parameter with a static abstract method.");
            result = _compilation.Inline(method, arguments);
        }

        if (result is not null) Push(result);
    }

    private void New(ConstructorInfo constructor)
    {
        var type = constructor.DeclaringType!;
        if (!type.IsValueType) throw new UnsupportedException($"a new {type.Name}, an object. Use a struct.");
        int count = constructor.GetParameters().Length;
        var arguments = new StackEntry[count + 1];
        for (int i = count; i > 0; i--) arguments[i] = Pop();
        arguments[0] = _compilation.Temporary(Default(type));
        if (!Intrinsics.TryCall(_compilation, constructor, arguments, out _)) _compilation.Inline(constructor, arguments);
        Push(_compilation.Load(arguments[0]));
    }
}
