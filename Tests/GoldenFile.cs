namespace GpuJazz.Tests;

/// <summary>
/// Output that is compared with a file in <c>Tests/Golden</c>. Run the tests with <c>GPUJAZZ_UPDATE_GOLDEN=1</c> to write the
/// files anew, and look at the difference before keeping it.
/// </summary>
internal static class GoldenFile
{
    private const string Switch = "GPUJAZZ_UPDATE_GOLDEN";

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable(Switch) == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is not there; run the tests once with {Switch}=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
