using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The header's time division is of the SMPTE kind with a frame rate that SMPTE lacks.</summary>
/// <remarks>Seen from outside as a <see cref="MidiException"/>; the package has no exception of its own for it.</remarks>
internal sealed class InvalidTimeDivisionException(int framesPerSecond)
    : MidiException($"The time division has {framesPerSecond} frames a second; SMPTE has 24, 25, 29 and 30.");
