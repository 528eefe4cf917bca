namespace GpuJazz.Tests;

/// <summary>Finds the test data kept beside the repository: the folder <c>shared</c> next to the repository's root.</summary>
internal static class SharedData
{
    /// <summary>Why a test that needs it was left out, or null when it is there.</summary>
    public static string? Missing =>
        Directory.Exists(Folder) ? null : $"the test data beside the repository ({Folder}) is not there";

    private static string Folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared"));

    /// <summary>The repository's root.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The full path of a file in it.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GpuJazz.sln"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}

/// <summary>A test that needs the data beside the repository; left out, with the reason, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Missing;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.Missing;
}
