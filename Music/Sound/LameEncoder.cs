using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>An encoder of LAME's library. The functions are those of <c>lame.h</c> 3.100, by their names there.</summary>
internal sealed partial class LameEncoder : SafeHandle
{
    /// <summary>The name under which the functions are imported; <see cref="Lame"/> finds the file.</summary>
    public const string Library = "libmp3lame";

    /// <summary>An encoder that owns nothing yet; the marshaller gives it its handle.</summary>
    public LameEncoder()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Close(handle) == 0;

    [LibraryImport(Library, EntryPoint = "lame_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial LameEncoder Create();

    [LibraryImport(Library, EntryPoint = "lame_set_in_samplerate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetSampleRate(LameEncoder encoder, int hertz);

    [LibraryImport(Library, EntryPoint = "lame_set_num_channels")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetChannels(LameEncoder encoder, int channels);

    /// <param name="encoder">The encoder.</param>
    /// <param name="frames">How many will come; the length in the file's first frame is counted from it.</param>
    [LibraryImport(Library, EntryPoint = "lame_set_num_samples")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetFrames(LameEncoder encoder, CULong frames);

    /// <param name="encoder">The encoder.</param>
    /// <param name="mode">1 is joint stereo.</param>
    [LibraryImport(Library, EntryPoint = "lame_set_mode")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetMode(LameEncoder encoder, int mode);

    /// <param name="encoder">The encoder.</param>
    /// <param name="mode">4 is the present variable bit rate method.</param>
    [LibraryImport(Library, EntryPoint = "lame_set_VBR")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetVariableBitRate(LameEncoder encoder, int mode);

    /// <param name="encoder">The encoder.</param>
    /// <param name="quality">0 best to 9; 2 is about 190 kbit/s for music in full.</param>
    [LibraryImport(Library, EntryPoint = "lame_set_VBR_quality")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetQuality(LameEncoder encoder, float quality);

    [LibraryImport(Library, EntryPoint = "lame_init_params")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Begin(LameEncoder encoder);

    [LibraryImport(Library, EntryPoint = "lame_encode_buffer_interleaved")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Encode(LameEncoder encoder, ReadOnlySpan<short> samples, int frames, Span<byte> mp3, int mp3Length);

    [LibraryImport(Library, EntryPoint = "lame_encode_flush")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Flush(LameEncoder encoder, Span<byte> mp3, int mp3Length);

    /// <summary>The frame with length, delay and padding that replaces the empty one at the start of the file.</summary>
    [LibraryImport(Library, EntryPoint = "lame_get_lametag_frame")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nuint GetTagFrame(LameEncoder encoder, Span<byte> frame, nuint frameLength);

    [LibraryImport(Library, EntryPoint = "lame_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(nint encoder);
}
