namespace GpuJazz.Host.Improvising;

/// <summary>The chords that are asked for.</summary>
/// <param name="Text">A chart, a file, a tune's name or a form's; null for the first tune that the model learned.</param>
/// <param name="Key">The pitch class of the key to play them in, 0 (C) to 11 (B); null for their own.</param>
internal sealed record ChordRequest(string? Text, int? Key);
