namespace Melanchall.DryWetMidi.Core;

/// <summary>How to read data and texts of length 0.</summary>
public enum ZeroLengthDataPolicy
{
    /// <summary>As an empty array or string.</summary>
    ReadAsEmptyObject = 0,

    /// <summary>As null.</summary>
    ReadAsNull,
}
