namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with a data byte greater than 127.</summary>
public enum InvalidChannelEventParameterValuePolicy : byte
{
    /// <summary>Throw an <see cref="InvalidChannelEventParameterValueException"/>.</summary>
    Abort = 0,

    /// <summary>Take its lower seven bits.</summary>
    ReadValid,

    /// <summary>Take 127.</summary>
    SnapToLimits,
}
