namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Something with a time.</summary>
public interface ITimedObject
{
    /// <summary>The time from the begin of the track, in ticks.</summary>
    long Time { get; set; }

    /// <summary>A copy, what it is made of included.</summary>
    /// <returns>An equal object.</returns>
    ITimedObject Clone();
}
