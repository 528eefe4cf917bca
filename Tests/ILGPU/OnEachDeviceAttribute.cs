using System.Reflection;
using Xunit.Sdk;

namespace GpuJazz.Tests.ILGPU;

/// <summary>Runs a theory on each device: its first parameter is the device's name, the others are given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEachDeviceAttribute(params object[] values) : DataAttribute
{
    /// <summary>The parameters after the first.</summary>
    public IReadOnlyList<object> Values => values;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        AcceleratorTest.Devices.Select(device => (object[])[device, .. values]);
}
