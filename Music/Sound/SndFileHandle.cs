using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>What libsndfile's <c>SF_INFO</c> says of a file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SndFileInfo
{
    /// <summary>Frames; not used when writing.</summary>
    public long Frames;

    /// <summary>Frames a second.</summary>
    public int SampleRate;

    /// <summary>Samples in a frame.</summary>
    public int Channels;

    /// <summary>Kind of file, and of samples.</summary>
    public int Format;

    /// <summary>Not used when writing.</summary>
    public int Sections;

    /// <summary>Not used when writing.</summary>
    public int Seekable;
}

/// <summary>A file open in libsndfile. The functions are those of <c>sndfile.h</c>, by their names there.</summary>
internal sealed partial class SndFileHandle : SafeHandle
{
    /// <summary>The name under which the functions are imported; <see cref="SoundFile"/> finds the file.</summary>
    public const string Library = "libsndfile";

    /// <summary>The mode of a file that is written.</summary>
    public const int ForWriting = 0x20;

    /// <summary>A file that owns nothing yet; the marshaller gives it its handle.</summary>
    public SndFileHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Close(handle) == 0;

    [LibraryImport(Library, EntryPoint = "sf_open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial SndFileHandle Open(string path, int mode, ref SndFileInfo info);

    /// <returns>How many frames were written.</returns>
    [LibraryImport(Library, EntryPoint = "sf_writef_short")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial long Write(SndFileHandle file, ReadOnlySpan<short> samples, long frames);

    [LibraryImport(Library, EntryPoint = "sf_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(nint file);
}
