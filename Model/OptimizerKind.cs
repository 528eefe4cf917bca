using System.Text.Json.Serialization;

namespace GpuJazz.Model;

/// <summary>How parameters move along the gradient.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OptimizerKind>))]
public enum OptimizerKind
{
    /// <summary>Adam, the published run's.</summary>
    [JsonStringEnumMemberName("adam")]
    Adam,

    /// <summary>RMSprop, deepjazz's.</summary>
    [JsonStringEnumMemberName("rmsprop")]
    RmsProp,
}
