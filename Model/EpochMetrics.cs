using System.Text.Json.Serialization;

namespace GpuJazz.Model;

/// <summary>What one epoch of training came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The sum of the step losses, in nats.</param>
/// <param name="StepLoss">Mean cross-entropy of each step over the windows, in nats, [T]; the last is 0, as that step has no target.</param>
/// <param name="StepAccuracy">The share of windows whose likeliest token is the target, by step, [T], 0 to 1.</param>
/// <param name="Seconds">How long the epoch took.</param>
public sealed record EpochMetrics(int Epoch, float Loss, IReadOnlyList<float> StepLoss, IReadOnlyList<float> StepAccuracy, double Seconds)
{
    /// <summary>After the epoch, the mean loss of a token of the tunes that are not learned, in nats; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? HeldOutLoss { get; init; }
}
