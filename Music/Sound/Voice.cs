namespace GpuJazz.Music;

/// <summary>One note of an instrument: a bank of partials for each side, an envelope, and the tremolo.</summary>
internal static class Voice
{
    /// <summary>Turns of the tremolo a second.</summary>
    private const double TremoloRate = 5.2;

    /// <summary>Frames between looks for partials that have died away.</summary>
    private const int TrimEvery = 1024;

    /// <summary>The longest release of any patch, in seconds: what follows the last note.</summary>
    public const double LongestRelease = 0.4;

    /// <summary>A struck note is over when its last partial has fallen by this many nepers (100 dB).</summary>
    private const double Silence = 11.5;

    /// <summary>Adds a note to a mix.</summary>
    /// <param name="mix">The mix, long enough for the note and its release.</param>
    /// <param name="note">The note; not a drum.</param>
    public static void Play(StereoMix mix, in PlayedNote note)
    {
        var patch = Patches.For(note.Program);
        if (note.IsAccompaniment) patch = patch.Accompanying();
        var partials = Spectrum.Of(patch, note.Pitch, note.Velocity);
        var start = StereoMix.FrameAt(note.Start);
        var envelope = EnvelopeOf(patch, partials, StereoMix.FrameAt(note.End) - start);

        var detune = Math.Pow(2, patch.Detune / 2400);
        var leftBank = new PartialBank(partials, 1 / detune);
        var rightBank = new PartialBank(partials, detune);
        var gain = note.Gain * patch.Level * Math.Pow(note.Velocity / 127.0, 1.5);
        var (leftGain, rightGain) = StereoMix.Pan(note.Pan);
        var tremolo = new Turning(Math.Tau * TremoloRate / StereoSound.SampleRate, start, patch.Tremolo);

        var end = Math.Min(envelope.Length, mix.Frames - start);
        var left = mix.Left.AsSpan(start, end);
        var right = mix.Right.AsSpan(start, end);
        for (var frame = 0; frame < end; frame++)
        {
            if (frame % TrimEvery == 0)
            {
                leftBank.Trim(frame / (double)StereoSound.SampleRate);
                rightBank.Trim(frame / (double)StereoSound.SampleRate);
            }

            var loudness = gain * envelope[frame];
            var sway = tremolo.Next();
            left[frame] += (float)(leftBank.Next() * loudness * leftGain * (1 + sway));
            right[frame] += (float)(rightBank.Next() * loudness * rightGain * (1 - sway));
        }
    }

    private static Envelope EnvelopeOf(Patch patch, List<Partial> partials, int held)
    {
        var slowest = partials.Min(partial => partial.Decay);
        var audible = slowest > 0 ? (int)Math.Min(Silence / slowest * StereoSound.SampleRate, int.MaxValue) : int.MaxValue;
        return new Envelope(StereoMix.FrameAt(patch.Attack), Math.Min(held, audible), StereoMix.FrameAt(patch.Release));
    }

    /// <summary>A slow sine that every note joins at its own time, so that the whole instrument sways together.</summary>
    private struct Turning(double angle, int frame, double depth)
    {
        private readonly double feedback = 2 * Math.Cos(angle);
        private double last = depth * Math.Sin(angle * frame);
        private double secondLast = depth * Math.Sin(angle * (frame - 1));

        public double Next()
        {
            var now = last;
            last = (feedback * now) - secondLast;
            secondLast = now;
            return now;
        }
    }
}
