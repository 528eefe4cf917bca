namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Something with a time and a length.</summary>
public interface ILengthedObject : ITimedObject
{
    /// <summary>How long it lasts, in ticks.</summary>
    long Length { get; set; }

    /// <summary>When it ends, in ticks.</summary>
    long EndTime { get; }
}
