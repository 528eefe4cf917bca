namespace GpuJazz.Music;

/// <summary>The instruments: one recipe for each family of General MIDI programs, the electric piano first among them.</summary>
internal static class Patches
{
    /// <summary>
    /// A tine struck by a hammer before a pickup. The tine swings almost as a sine; the pickup adds harmonics, more the harder
    /// it is struck, and they die before the fundamental. At 6.27 times the pitch rings the second mode of a bar held at one
    /// end; about 14 times it, the bell that players expect since the first digital electric pianos.
    /// </summary>
    public static readonly Patch ElectricPiano = new()
    {
        Level = 1,
        SoftBrightness = 0.10,
        LoudBrightness = 0.50,
        Harmonics = 9,
        Attack = 0.002,
        Decay = 9,
        Damping = 0.9,
        Release = 0.16,
        Tremolo = 0.16,
        Chimes = [new(6.27, 0.10, 0.45), new(13, 0.06, 0.7), new(15, 0.06, 0.6)],
    };

    private static readonly Patch Piano = new()
    {
        Level = 0.9,
        SoftBrightness = 0.30,
        LoudBrightness = 0.68,
        Harmonics = 20,
        Stiffness = 0.0004,
        Attack = 0.002,
        Decay = 6,
        Damping = 0.45,
        Release = 0.14,
        Detune = 1.2,
    };

    private static readonly Patch Vibraphone = new()
    {
        Level = 1,
        SoftBrightness = 0.01,
        LoudBrightness = 0.04,
        Harmonics = 3,
        Attack = 0.002,
        Decay = 5,
        Release = 0.3,
        Tremolo = 0.2,
        Chimes = [new(4, 0.35, 1.6), new(10.1, 0.12, 0.5)],
    };

    private static readonly Patch Organ = new()
    {
        Level = 0.45,
        SoftBrightness = 0.6,
        LoudBrightness = 0.6,
        Harmonics = 8,
        Attack = 0.012,
        Release = 0.06,
        Detune = 4,
        Tremolo = 0.1,
    };

    private static readonly Patch Guitar = new()
    {
        Level = 0.95,
        SoftBrightness = 0.35,
        LoudBrightness = 0.66,
        Harmonics = 16,
        Stiffness = 0.0001,
        Attack = 0.002,
        Decay = 4,
        Damping = 0.5,
        Release = 0.1,
        Detune = 1,
    };

    private static readonly Patch Bass = new()
    {
        Level = 1.15,
        SoftBrightness = 0.35,
        LoudBrightness = 0.58,
        Harmonics = 12,
        Attack = 0.004,
        Decay = 2.2,
        Damping = 0.5,
        Release = 0.08,
        Detune = 0,
    };

    private static readonly Patch Strings = new()
    {
        Level = 0.4,
        SoftBrightness = 0.55,
        LoudBrightness = 0.7,
        Harmonics = 16,
        Attack = 0.14,
        Release = 0.4,
        Detune = 9,
    };

    private static readonly Patch Brass = new()
    {
        Level = 0.5,
        SoftBrightness = 0.45,
        LoudBrightness = 0.8,
        Harmonics = 18,
        Attack = 0.04,
        Release = 0.1,
        Detune = 3,
    };

    private static readonly Patch Reed = new()
    {
        Level = 0.55,
        SoftBrightness = 0.5,
        LoudBrightness = 0.72,
        Harmonics = 15,
        Even = 0.45,
        Attack = 0.03,
        Release = 0.1,
        Detune = 2,
    };

    private static readonly Patch Flute = new()
    {
        Level = 0.7,
        SoftBrightness = 0.15,
        LoudBrightness = 0.3,
        Harmonics = 6,
        Attack = 0.05,
        Release = 0.12,
        Detune = 2,
    };

    /// <summary>The recipe for a note that is not a drum.</summary>
    /// <param name="program">General MIDI program, 0 to 127.</param>
    /// <returns>The recipe of its family; an electric piano for what has none.</returns>
    public static Patch For(int program) => program switch
    {
        <= 3 or 6 or 7 => Piano,
        <= 5 => ElectricPiano,
        <= 15 => Vibraphone,
        <= 23 => Organ,
        <= 31 => Guitar,
        <= 39 => Bass,
        <= 55 => Strings,
        <= 63 => Brass,
        <= 71 => Reed,
        <= 79 => Flute,
        <= 87 => Reed,
        <= 103 => Strings,
        <= 107 => Guitar,
        _ => ElectricPiano,
    };
}
