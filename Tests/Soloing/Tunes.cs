using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Chord changes and tokens to play them with.</summary>
internal static class Tunes
{
    public static readonly Beats FourFour = Beats.Quarters(4);

    /// <summary>A two-five-one with a change in mid-measure, a chord that begins late, and a chord of six notes.</summary>
    public static Changes TwoFive { get; } = new(
        [
            [At(0, 48, 50, 53, 57, 60)],
            [At(0, 24, 43, 53, 59, 62), At(24, 24, 43, 53, 59, 63)],
            [At(6, 36, 48, 52, 55, 59)],
            [At(0, 12, 45, 52, 55, 61, 64, 70), At(30, 18, 45, 54, 55, 61, 63)],
        ],
        FourFour);

    /// <summary>Changes of so many measures, each with one chord of the same pitches.</summary>
    public static Changes Of(int measures, params int[] pitches) =>
        new([.. Enumerable.Repeat<Chord[]>([At(0, 48, pitches)], measures)], FourFour);

    /// <summary>A chord; times in twelfths of a beat.</summary>
    public static Chord At(int start, int length, params int[] pitches) => new(new Beats(start), new Beats(length), pitches);

    /// <summary>Random tokens of every type and length, with brackets from a repeated note to leaps of more than an octave.</summary>
    public static string[] RandomTokens(Random random, int count)
    {
        string[] types = ["C", "C", "C", "S", "S", "A", "X"];
        string[] lengths = ["0.083", "0.250", "0.250", "0.333", "0.500", "0.667", "0.750", "1.000", "2.500"];
        string[] brackets =
        [
            "", ",<m3,m-3>", ",<P4,m-2>", ",<d4,M-2>", ",<P1,d-5>", ",<m2,P-4>", ",<m-2,d-6>", ",<P11,M7>", ",<M-7,P-12>", ",<P15,M13>",
            ",<P5,A1>",
        ];
        return
        [
            .. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0
                ? $"R,{Pick(["0.083", "0.500", "1.250", "71.000"])}"
                : $"{Pick(types)},{Pick(lengths)}{Pick(brackets)}"),
        ];

        string Pick(string[] choices) => choices[random.Next(choices.Length)];
    }
}
