using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A data byte stands where a status byte is due, and no channel event came before it.</summary>
public sealed class UnexpectedRunningStatusException : MidiException
{
    internal UnexpectedRunningStatusException()
        : base("An event without a status byte comes before the first channel event of its track.")
    {
    }
}
