namespace GpuJazz.Music;

/// <summary>FluidSynth, which plays MIDI with the instruments of a SoundFont: a shared library that is used when the machine has it.</summary>
public static class FluidSynth
{
    private const int MaximumSoundFonts = 1;
    private const string SampleRate = "synth.sample-rate";
    private const string LockMemory = "synth.lock-memory";
    private const string TimingSource = "player.timing-source";
    private const string Gain = "synth.gain";

    /// <summary>Frames that are rendered at a time: a whole number of the 64 after which FluidSynth looks at its events.</summary>
    private const int Chunk = 4096;

    /// <summary>Seconds for which the last notes ring.</summary>
    private const double Tail = 2.5;

    private static readonly SharedLibrary Shared = new(FluidSynthLibrary.Name, Names);

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsInstalled => Shared.IsInstalled;

    /// <summary>How to install it on this machine, in one line.</summary>
    public static string HowToInstall =>
        OperatingSystem.IsWindows() ? "put libfluidsynth-3.dll (64 bits) and its companions beside the program or in a folder on PATH"
        : OperatingSystem.IsMacOS() ? "run: brew install fluid-synth"
        : "run: apt-get install libfluidsynth3 (Debian, Ubuntu), dnf install fluidsynth-libs (Fedora) or pacman -S fluidsynth (Arch)";

    private static IEnumerable<string> Names =>
        OperatingSystem.IsWindows() ? ["libfluidsynth-3.dll", "libfluidsynth-2.dll", "libfluidsynth.dll"]
        : OperatingSystem.IsMacOS() ? ["libfluidsynth.dylib", "/opt/homebrew/lib/libfluidsynth.dylib", "/usr/local/lib/libfluidsynth.dylib"]
        : ["libfluidsynth.so.3", "libfluidsynth.so.2", "libfluidsynth.so"];

    /// <summary>Plays a MIDI file.</summary>
    /// <param name="midi">The bytes of a Standard MIDI File.</param>
    /// <param name="seconds">How long its notes last; at most <see cref="Synthesizer.Longest"/>.</param>
    /// <param name="soundFont">The path of a SoundFont, .sf2 or .sf3.</param>
    /// <returns>Its sound, 44.1 kHz, as loud as the built-in synthesiser's; it outlasts the last note by what still rings.</returns>
    /// <exception cref="MusicException">The library is not installed, the SoundFont can't be read, or the music is too long.</exception>
    public static StereoSound Render(byte[] midi, double seconds, string soundFont)
    {
        if (!IsInstalled) throw new MusicException($"a SoundFont needs the FluidSynth library, which was not found; {HowToInstall}");
        Synthesizer.RequireLength(seconds);
        for (var level = 0; level < FluidSynthLibrary.LogLevels; level++) FluidSynthLibrary.SetLog(level, 0, 0);
        using var settings = FluidSettings.Create();
        FluidSynthLibrary.SetNumber(settings, SampleRate, StereoSound.SampleRate);
        FluidSynthLibrary.SetNumber(settings, Gain, 0.5);
        FluidSynthLibrary.SetInteger(settings, LockMemory, 0);
        FluidSynthLibrary.SetText(settings, TimingSource, "sample");
        using var synth = FluidSynthLibrary.CreateSynth(settings);
        if (synth.IsInvalid || FluidSynthLibrary.IsSoundFont(soundFont) == 0 || FluidSynthLibrary.LoadSoundFont(synth, soundFont, MaximumSoundFonts) < 0)
            throw new MusicException($"'{soundFont}' is not a SoundFont that FluidSynth can read; name an .sf2 or .sf3 file");
        using var player = FluidSynthLibrary.CreatePlayer(synth);
        if (player.IsInvalid || FluidSynthLibrary.AddMemory(player, midi, (nuint)midi.Length) < 0 || FluidSynthLibrary.Play(player) < 0)
            throw new MusicException("FluidSynth refused to play the MIDI file; leave --soundfont out to use the built-in synthesiser");

        var mix = new StereoMix(StereoMix.FrameAt(seconds + Tail));
        for (var start = 0; start < mix.Frames; start += Chunk)
        {
            var frames = Math.Min(Chunk, mix.Frames - start);
            if (FluidSynthLibrary.Write(synth, frames, mix.Left.AsSpan(start, frames), 0, 1, mix.Right.AsSpan(start, frames), 0, 1) < 0)
                throw new MusicException("FluidSynth stopped; leave --soundfont out to use the built-in synthesiser");
        }

        return Mastering.Finish(mix, StereoMix.FrameAt(Tail / 2));
    }
}
