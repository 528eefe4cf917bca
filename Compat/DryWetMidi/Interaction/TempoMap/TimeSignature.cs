using System.Numerics;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A time signature.</summary>
public sealed class TimeSignature
{
    /// <summary>4/4.</summary>
    public static readonly TimeSignature Default = new(TimeSignatureEvent.DefaultNumerator, TimeSignatureEvent.DefaultDenominator);

    /// <summary>A time signature.</summary>
    /// <param name="numerator">Beats in a measure.</param>
    /// <param name="denominator">The note that is a beat: a power of two.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or the denominator no power of two.</exception>
    public TimeSignature(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        if (!BitOperations.IsPow2(denominator))
            throw new ArgumentException($"The denominator {denominator} is no power of two.", nameof(denominator));
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Beats in a measure.</summary>
    public int Numerator { get; }

    /// <summary>The note that is a beat.</summary>
    public int Denominator { get; }

    /// <summary>Whether both are written the same; 4/4 and 2/2 are not.</summary>
    public static bool operator ==(TimeSignature? timeSignature1, TimeSignature? timeSignature2) =>
        timeSignature1?.Numerator == timeSignature2?.Numerator && timeSignature1?.Denominator == timeSignature2?.Denominator;

    /// <summary>Whether they are written differently.</summary>
    public static bool operator !=(TimeSignature? timeSignature1, TimeSignature? timeSignature2) => !(timeSignature1 == timeSignature2);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TimeSignature other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <inheritdoc/>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
