using System.Runtime.Intrinsics;

namespace GpuJazz.Music;

/// <summary>Decaying sines that are summed, each made by y[n] = 2r·cos(ω)·y[n−1] − r²·y[n−2].</summary>
/// <remarks>
/// The recurrence gives A·rⁿ·sin(ωn) exactly, for two products a sample, and starts at zero. Four partials are computed at
/// once, in double precision, so that pitch and level do not drift over a long note.
/// </remarks>
internal sealed class PartialBank
{
    /// <summary>A partial of this amplitude (−120 dB) is not heard.</summary>
    private const double Silence = 1e-6;

    private static readonly int Lanes = Vector256<double>.Count;

    private readonly Vector256<double>[] last;
    private readonly Vector256<double>[] secondLast;
    private readonly Vector256<double>[] feedback;
    private readonly Vector256<double>[] damping;
    private readonly double[] lifetimes;
    private int alive;

    /// <summary>A bank of partials, at the moment when all of them are zero.</summary>
    /// <param name="partials">The partials; frequencies in hertz, decay in nepers a second.</param>
    /// <param name="detune">Factor on every frequency.</param>
    public PartialBank(IReadOnlyList<Partial> partials, double detune)
    {
        var count = (partials.Count + Lanes - 1) / Lanes;
        alive = count;
        lifetimes = new double[count];
        last = new Vector256<double>[count];
        secondLast = new Vector256<double>[count];
        feedback = new Vector256<double>[count];
        damping = new Vector256<double>[count];
        var lastingFirst = partials.OrderByDescending(Lifetime).ToList();
        for (var i = 0; i < lastingFirst.Count; i++)
        {
            var partial = lastingFirst[i];
            var (block, lane) = Math.DivRem(i, Lanes);
            var angle = Math.Tau * partial.Frequency * detune / StereoSound.SampleRate;
            var radius = Math.Exp(-partial.Decay / StereoSound.SampleRate);
            lifetimes[block] = Math.Max(lifetimes[block], Lifetime(partial));
            feedback[block] = feedback[block].WithElement(lane, 2 * radius * Math.Cos(angle));
            damping[block] = damping[block].WithElement(lane, radius * radius);
            secondLast[block] = secondLast[block].WithElement(lane, -partial.Amplitude * Math.Sin(angle) / radius);
        }
    }

    /// <summary>Drops the partials that can no longer be heard; called now and then.</summary>
    /// <param name="seconds">Time since the start.</param>
    public void Trim(double seconds)
    {
        while (alive > 0 && lifetimes[alive - 1] < seconds) alive--;
    }

    /// <summary>The sum of all partials at the next sample.</summary>
    public double Next()
    {
        var sum = Vector256<double>.Zero;
        for (var block = 0; block < alive; block++)
        {
            var now = last[block];
            sum += now;
            last[block] = (feedback[block] * now) - (damping[block] * secondLast[block]);
            secondLast[block] = now;
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Seconds until a partial can no longer be heard.</summary>
    private static double Lifetime(Partial partial) => Math.Log(Math.Max(partial.Amplitude / Silence, 1)) / partial.Decay;
}

/// <summary>A sine that decays.</summary>
/// <param name="Frequency">Hertz.</param>
/// <param name="Amplitude">At its start.</param>
/// <param name="Decay">Nepers a second: it falls to 1/e in the reciprocal of this; 0 never falls.</param>
internal readonly record struct Partial(double Frequency, double Amplitude, double Decay);
