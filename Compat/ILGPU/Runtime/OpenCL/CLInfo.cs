using System.Text;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Asks platforms and devices about themselves.</summary>
internal static unsafe class CLInfo
{
    private const ulong AllDevices = 0xFFFFFFFF;

    /// <summary>The platforms: drivers. None where asking fails.</summary>
    public static IntPtr[] Platforms(CLFunctions functions)
    {
        uint count = 0;
        if (functions.GetPlatformIds(0, null, &count) != CLError.CL_SUCCESS) return [];
        var ids = new IntPtr[count];
        fixed (IntPtr* first = ids)
            return functions.GetPlatformIds(count, first, null) == CLError.CL_SUCCESS ? ids : [];
    }

    /// <summary>The devices of a platform. None where asking fails.</summary>
    public static IntPtr[] Devices(CLFunctions functions, IntPtr platform)
    {
        uint count = 0;
        if (functions.GetDeviceIds(platform, AllDevices, 0, null, &count) != CLError.CL_SUCCESS) return [];
        var ids = new IntPtr[count];
        fixed (IntPtr* first = ids)
            return functions.GetDeviceIds(platform, AllDevices, count, first, null) == CLError.CL_SUCCESS ? ids : [];
    }

    /// <summary>A text of a platform.</summary>
    public static string Text(CLFunctions functions, IntPtr platform, CLPlatformInfo what)
    {
        nuint size = 0;
        if (functions.GetPlatformInfo(platform, what, 0, null, &size) != CLError.CL_SUCCESS) return "";
        var text = new byte[(int)size];
        fixed (byte* first = text)
            return functions.GetPlatformInfo(platform, what, size, first, null) == CLError.CL_SUCCESS ? Decode(text) : "";
    }

    /// <summary>A text of a device.</summary>
    public static string Text(CLFunctions functions, IntPtr device, CLDeviceInfo what)
    {
        nuint size = 0;
        if (functions.GetDeviceInfo(device, what, 0, null, &size) != CLError.CL_SUCCESS) return "";
        var text = new byte[(int)size];
        fixed (byte* first = text)
            return functions.GetDeviceInfo(device, what, size, first, null) == CLError.CL_SUCCESS ? Decode(text) : "";
    }

    /// <summary>A number of a device; 0 where it has none.</summary>
    public static T Number<T>(CLFunctions functions, IntPtr device, CLDeviceInfo what)
        where T : unmanaged
    {
        T value = default;
        return functions.GetDeviceInfo(device, what, (nuint)sizeof(T), &value, null) == CLError.CL_SUCCESS ? value : default;
    }

    /// <summary>Numbers of a device; none where it has none.</summary>
    public static T[] Numbers<T>(CLFunctions functions, IntPtr device, CLDeviceInfo what)
        where T : unmanaged
    {
        nuint size = 0;
        if (functions.GetDeviceInfo(device, what, 0, null, &size) != CLError.CL_SUCCESS) return [];
        var values = new T[(int)size / sizeof(T)];
        fixed (T* first = values)
            return functions.GetDeviceInfo(device, what, size, first, null) == CLError.CL_SUCCESS ? values : [];
    }

    private static string Decode(byte[] text) => Encoding.UTF8.GetString(text).TrimEnd('\0').Trim();
}
