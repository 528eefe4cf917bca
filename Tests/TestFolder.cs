using System.Runtime.CompilerServices;

namespace GpuJazz.Tests;

/// <summary>A folder for what all tests of a run share, deleted when the process ends; compiled kernels are kept in it.</summary>
internal static class TestFolder
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("gpujazz-tests-").FullName;

    [ModuleInitializer]
    internal static void Prepare()
    {
        Environment.SetEnvironmentVariable("GPUJAZZ_KERNEL_CACHE", System.IO.Path.Combine(Path, "kernels"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException)
            {
                // Another process may still be writing there.
            }
        };
    }
}
