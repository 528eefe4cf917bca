using System.CommandLine;
using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary>Options that several commands have, with one wording.</summary>
internal static class SharedOptions
{
    /// <summary>What the kernels run on.</summary>
    public static Option<Choice<AcceleratorChoice>> Accelerator() => OptionFactory.Among(
        "--accelerator",
        "What the kernels run on; auto takes the fastest there is",
        (Accelerators.Word(AcceleratorChoice.Auto), AcceleratorChoice.Auto),
        (Accelerators.Word(AcceleratorChoice.Cuda), AcceleratorChoice.Cuda),
        (Accelerators.Word(AcceleratorChoice.OpenCL), AcceleratorChoice.OpenCL),
        (Accelerators.Word(AcceleratorChoice.Cpu), AcceleratorChoice.Cpu));

    /// <summary>The factors of matrix products.</summary>
    public static Option<Choice<Precision>> Precision() => OptionFactory.Among(
        "--precision",
        "To what the factors of matrix products are rounded; sums and weights keep single precision",
        (Word(Kernels.Precision.Fp32), Kernels.Precision.Fp32),
        (Word(Kernels.Precision.Tf32), Kernels.Precision.Tf32),
        (Word(Kernels.Precision.Bf16), Kernels.Precision.Bf16));

    /// <summary>The word for a precision on the command line.</summary>
    public static string Word(Precision precision) => precision switch
    {
        Kernels.Precision.Tf32 => "tf32",
        Kernels.Precision.Bf16 => "bf16",
        _ => "fp32",
    };

    /// <summary>How melody and chords are found in a MIDI file.</summary>
    public static Option<Choice<ReadingKind>> Reading() => OptionFactory.Among(
        "--reading",
        "How melody and chords are found in a file: general by what the parts play, deepjazz as that program did, auto by the parts' names or the better of both",
        (Word(ReadingKind.Auto), ReadingKind.Auto),
        (Word(ReadingKind.General), ReadingKind.General),
        (Word(ReadingKind.DeepJazz), ReadingKind.DeepJazz));

    /// <summary>Whether rests are learned; null is auto.</summary>
    public static Option<Choice<RestsKind?>> Rests() => OptionFactory.Among<RestsKind?>(
        "--rests",
        "Whether the melody's rests are tokens too; auto: melody for the tunes that come with gpujazz, none where others are named",
        ("auto", null),
        (Word(RestsKind.None), RestsKind.None),
        (Word(RestsKind.Melody), RestsKind.Melody));

    /// <summary>What auto means.</summary>
    /// <param name="choice">What was chosen, or null.</param>
    /// <param name="areOwn">Whether no tunes were named, so that they are those that come with the program: written with their rests.</param>
    /// <returns>The choice; auto leaves rests out of other tunes, as the published figures do.</returns>
    public static RestsKind Resolved(RestsKind? choice, bool areOwn) => choice ?? (areOwn ? RestsKind.Melody : RestsKind.None);

    /// <summary>The word for a reading on the command line.</summary>
    public static string Word(ReadingKind reading) => reading switch
    {
        ReadingKind.DeepJazz => "deepjazz",
        ReadingKind.General => "general",
        _ => "auto",
    };

    /// <summary>The word for a treatment of rests on the command line.</summary>
    public static string Word(RestsKind rests) => rests == RestsKind.Melody ? "melody" : "none";

    /// <summary>Which words tunes are told in.</summary>
    public static Option<Choice<TokenKind>> Tokens() => OptionFactory.Among(
        "--tokens",
        "The words that tunes are told in: deepjazz, what a note is to its chord, its length and about how far it is from the note before; "
            + "or absolute, its pitch, its length and its place in the bar",
        (Word(TokenKind.DeepJazz), TokenKind.DeepJazz),
        (Word(TokenKind.Absolute), TokenKind.Absolute));

    /// <summary>The word for a kind of tokens on the command line.</summary>
    public static string Word(TokenKind tokens) => tokens == TokenKind.Absolute ? "absolute" : "deepjazz";

    /// <summary>The keys that tunes are learned in.</summary>
    public static Option<Choice<TransposeKind>> Transpose() => OptionFactory.Among(
        "--transpose",
        "The keys that each tune is learned in: its own, C major or C minor, or all twelve",
        (Word(TransposeKind.None), TransposeKind.None),
        (Word(TransposeKind.C), TransposeKind.C),
        (Word(TransposeKind.All), TransposeKind.All));

    /// <summary>The word for the keys on the command line.</summary>
    public static string Word(TransposeKind transpose) => transpose switch
    {
        TransposeKind.C => "c",
        TransposeKind.All => "all",
        _ => "none",
    };

    /// <summary>Where to write kernels.</summary>
    public static Option<string?> DumpKernels() =>
        OptionFactory.Text("--dump-kernels", "folder", "Write the kernels as they were compiled, to read, into this folder");

    /// <summary>For a program that reads the output.</summary>
    public static Option<bool> Json() => OptionFactory.Switch("--json", "Print JSON for a program to read");

    /// <summary>Where the random numbers begin.</summary>
    public static Option<int> Seed() => OptionFactory.Whole("--seed", 0, 0, int.MaxValue, "Where the random numbers begin; the same seed gives the same bytes");
}
