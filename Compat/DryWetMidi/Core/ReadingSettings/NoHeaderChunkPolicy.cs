namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do without a header chunk.</summary>
public enum NoHeaderChunkPolicy
{
    /// <summary>Throw a <see cref="NoHeaderChunkException"/>.</summary>
    Abort = 0,

    /// <summary>Keep the tracks; the time division is then null.</summary>
    Ignore,
}
