using GpuJazz.Music;

namespace GpuJazz.Host.Display;

/// <summary>What parts are taken for, in a word.</summary>
internal static class PartRoles
{
    /// <summary>The word; null for a part that is not used.</summary>
    public static string? Word(PartRole role) => role switch
    {
        PartRole.Melody => "melody",
        PartRole.Chords => "chords",
        PartRole.Bass => "bass",
        PartRole.MelodyAndChords => "melody and chords",
        _ => null,
    };
}
