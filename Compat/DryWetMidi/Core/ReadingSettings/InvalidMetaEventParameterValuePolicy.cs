namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with a meta event's value that is out of range.</summary>
public enum InvalidMetaEventParameterValuePolicy
{
    /// <summary>Throw an <see cref="InvalidMetaEventParameterValueException"/>.</summary>
    Abort = 0,

    /// <summary>Take the nearest value in range.</summary>
    SnapToLimits,
}
