using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>Settings of a synthesiser of FluidSynth's.</summary>
internal sealed class FluidSettings() : FluidHandle(FluidSynthLibrary.DeleteSettings)
{
    /// <summary>New settings with their defaults.</summary>
    public static FluidSettings Create() => FluidSynthLibrary.CreateSettings();
}

/// <summary>A synthesiser of FluidSynth's.</summary>
internal sealed class FluidInstrument() : FluidHandle(FluidSynthLibrary.DeleteSynth);

/// <summary>A player of MIDI files of FluidSynth's.</summary>
internal sealed class FluidPlayer() : FluidHandle(FluidSynthLibrary.DeletePlayer);

/// <summary>Something that FluidSynth made and must free.</summary>
/// <param name="delete">How.</param>
internal abstract class FluidHandle(Action<nint> delete) : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        delete(handle);
        return true;
    }
}

/// <summary>The functions of <c>fluidsynth.h</c>, versions 2 and later, by their names there.</summary>
internal static partial class FluidSynthLibrary
{
    /// <summary>The name under which the functions are imported; <see cref="FluidSynth"/> finds the file.</summary>
    public const string Name = "libfluidsynth";

    /// <summary>How many kinds of messages the library prints.</summary>
    public const int LogLevels = 5;

    /// <summary>Sets what becomes of messages of a level; nothing, where the function is 0.</summary>
    /// <returns>The function that was set before.</returns>
    [LibraryImport(Name, EntryPoint = "fluid_set_log_function")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint SetLog(int level, nint function, nint data);

    [LibraryImport(Name, EntryPoint = "new_fluid_settings")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial FluidSettings CreateSettings();

    [LibraryImport(Name, EntryPoint = "fluid_settings_setnum", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetNumber(FluidSettings settings, string name, double value);

    [LibraryImport(Name, EntryPoint = "fluid_settings_setint", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetInteger(FluidSettings settings, string name, int value);

    [LibraryImport(Name, EntryPoint = "fluid_settings_setstr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetText(FluidSettings settings, string name, string value);

    [LibraryImport(Name, EntryPoint = "delete_fluid_settings")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void DeleteSettings(nint settings);

    [LibraryImport(Name, EntryPoint = "new_fluid_synth")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial FluidInstrument CreateSynth(FluidSettings settings);

    [LibraryImport(Name, EntryPoint = "delete_fluid_synth")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void DeleteSynth(nint synth);

    [LibraryImport(Name, EntryPoint = "fluid_is_soundfont", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int IsSoundFont(string path);

    /// <returns>The SoundFont's number, or −1.</returns>
    [LibraryImport(Name, EntryPoint = "fluid_synth_sfload", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int LoadSoundFont(FluidInstrument synth, string path, int resetPresets);

    /// <summary>Renders into two buffers, each from an offset on in steps of an increment.</summary>
    [LibraryImport(Name, EntryPoint = "fluid_synth_write_float")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Write(
        FluidInstrument synth, int frames, Span<float> left, int leftOffset, int leftIncrement, Span<float> right, int rightOffset, int rightIncrement);

    [LibraryImport(Name, EntryPoint = "new_fluid_player")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial FluidPlayer CreatePlayer(FluidInstrument synth);

    [LibraryImport(Name, EntryPoint = "delete_fluid_player")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void DeletePlayer(nint player);

    /// <summary>Copies the bytes of a MIDI file into the player.</summary>
    [LibraryImport(Name, EntryPoint = "fluid_player_add_mem")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int AddMemory(FluidPlayer player, ReadOnlySpan<byte> midi, nuint length);

    [LibraryImport(Name, EntryPoint = "fluid_player_play")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Play(FluidPlayer player);
}
