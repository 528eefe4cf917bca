namespace Melanchall.DryWetMidi.Core;

/// <summary>Turns a text event's bytes into its text.</summary>
/// <param name="bytes">The bytes, at least one.</param>
/// <param name="settings">The settings of the reading.</param>
/// <returns>The text.</returns>
public delegate string DecodeTextCallback(byte[] bytes, ReadingSettings settings);
