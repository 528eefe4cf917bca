using GpuJazz.Host.Cli;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>What a model of <c>--tokens absolute</c> can't be asked for, as it names the pitches itself.</summary>
internal static class SungPitches
{
    /// <summary>Refuses it.</summary>
    /// <param name="learned">What the model learned.</param>
    /// <param name="chords">The chords that are asked for.</param>
    /// <param name="settings">How it is to be played.</param>
    /// <param name="hasPrimer">Whether it goes on from a melody.</param>
    public static void Require(LearnedTunes learned, ChordRequest chords, SoloSettings settings, bool hasPrimer)
    {
        if (learned.Tokens != TokenKind.Absolute) return;
        if (settings.Style == SoloStyle.Original)
            throw CommandException.WrongUsage("--style original plays deepjazz's tokens, and this model has --tokens absolute; leave the style out");
        if (learned.HearsChords) return;
        const string hearsNone = "the model names pitches (--tokens absolute) and hears no chords, so that its line would not fit";
        if (chords.Text is not null)
            throw CommandException.WrongUsage($"--chords: {hearsNone} others; leave it out, or train with --condition chords");

        // The primer is moved to the key, and then it is what tells the key.
        if (chords.Key is not null && !hasPrimer)
            throw CommandException.WrongUsage($"--key: {hearsNone} in one; leave it out, or train with --condition chords");
    }
}
