using GpuJazz.Tests.ILGPU.Cuda;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU;

public sealed class KernelCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_kept_is_found_under_its_key_only()
    {
        var cache = new KernelCache(_folder.Path);
        string key = KernelCache.KeyOf("source", "options");
        Assert.Null(cache.Find(key));
        cache.Keep(key, [1, 2, 3]);
        Assert.Equal([1, 2, 3], cache.Find(key));
        Assert.Null(cache.Find(KernelCache.KeyOf("sourceo", "ptions")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_damaged_file_is_as_none_and_is_replaced()
    {
        var cache = new KernelCache(_folder.Path);
        cache.Keep("key", [1, 2, 3]);
        string file = _folder.File("key");
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Null(cache.Find("key"));
        }

        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] ^= 4;
            File.WriteAllBytes(file, changed);
            Assert.Null(cache.Find("key"));
        }

        cache.Keep("key", [4]);
        Assert.Equal([4], cache.Find("key"));
    }

    [Fact]
    public void A_folder_that_cannot_be_is_as_no_cache()
    {
        File.WriteAllText(_folder.File("file"), "");
        foreach (var cache in new[] { new KernelCache(_folder.File("file/folder")), new KernelCache(null) })
        {
            cache.Keep("key", [1]);
            Assert.Null(cache.Find("key"));
        }
    }

    [Fact]
    public void Several_writers_and_readers_at_once_see_whole_files()
    {
        var cache = new KernelCache(_folder.Path);
        byte[][] contents = [.. Enumerable.Range(1, 4).Select(i => Enumerable.Repeat((byte)i, 10_000 * i).ToArray())];
        Parallel.For(0, 200, i =>
        {
            cache.Keep("key", contents[i % 4]);
            Assert.Contains(cache.Find("key"), contents);
        });
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [StandInFact]
    public void A_second_run_compiles_nothing_and_a_damaged_cache_compiles_again()
    {
        var driver = new StandIn();
        int Run(string folder)
        {
            using var context = driver.NewContext();
            using var accelerator = new CudaAccelerator(context, driver.Device) { Cache = new(folder) };
            using var values = accelerator.Allocate1D(new int[4]);
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment)(4, values.View);
            Assert.Equal([1, 1, 1, 1], values.GetAsArray1D());
            return driver.Compiled;
        }

        Assert.Equal(1, Run(_folder.Path));
        Assert.Equal(1, Run(_folder.Path));
        string file = Directory.GetFiles(_folder.Path).Single();
        File.WriteAllText(file, "nothing of the kind");
        Assert.Equal(2, Run(_folder.Path));
        Assert.Equal(2, Run(_folder.Path));

        // Whole, but not what this driver takes.
        new KernelCache(_folder.Path).Keep(Path.GetFileName(file), "of another driver"u8);
        Assert.Equal(3, Run(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static void Increment(Index1D index, ArrayView<int> values) => values[index]++;
}
