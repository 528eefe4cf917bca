using System.Text;
using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class CheckpointTests : IDisposable
{
    private static readonly ModelShape Shape = new(2, 3);
    private readonly TemporaryFolder folder = new();

    private static ModelState Example { get; } = new(
        Shape,
        Numbers(1),
        new OptimizerState(Numbers(2), Numbers(3), 14),
        7,
        new TrainingSettings { Epochs = 9, LearningRate = 0.1 / 3 },
        new Dictionary<string, string> { ["vocabulary"] = "[\"C,0.250\",\"R,1.000\"]", ["changes"] = "" });

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_is_read_as_it_was_written(bool withAdam)
    {
        var written = withAdam ? Example : Example with { Optimizer = null };
        Checkpoint.Write(folder.File("model"), written);

        AssertSame(written, Checkpoint.Read(folder.File("model")));
        Assert.Equal(["model"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deep_model_is_read_as_it_was_written(bool withRmsProp)
    {
        var shape = new ModelShape(2, 3, 3);
        float[] Numbers() => [.. Enumerable.Range(0, shape.ParameterCount).Select(i => i * 0.1f)];
        var settings = Example.Settings with { Dropout = 0.2, ClipNorm = 5 };
        var written = Example with
        {
            Shape = shape,
            Parameters = Numbers(),
            Settings = withRmsProp ? settings.With(OptimizerKind.RmsProp) : settings,
            Optimizer = new OptimizerState(withRmsProp ? [] : Numbers(), Numbers(), 9),
        };
        var file = SafetensorsFile.Read(new MemoryStream(Written(written)));

        AssertSame(written, Checkpoint.Read(folder.File("written")));
        Assert.Equal("2", file.Metadata["format_version"]);
        Assert.Equal((withRmsProp ? 2 : 3) * 11, file.Tensors.Count);
        Assert.Contains("lstm_2.recurrent_kernel", file.Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes_whatever_the_order_of_its_notes()
    {
        var reordered = Example with { Notes = Example.Notes.Reverse().ToDictionary() };

        Assert.Equal(Written(Example), Written(reordered));
    }

    [Fact]
    public void The_file_is_one_of_safetensors_with_the_named_tensors()
    {
        var file = SafetensorsFile.Read(new MemoryStream(Written(Example)));

        string[] names = ["lstm.kernel", "lstm.recurrent_kernel", "lstm.bias", "dense.kernel", "dense.bias"];
        Assert.Equal([.. names, .. names.Select(name => "adam.m." + name), .. names.Select(name => "adam.v." + name)], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal("gpujazz", file.Metadata["format"]);
        Assert.Equal("""{"epochs":9,"batch":32,"steps":30,"windows":60,"learning_rate":0.03333333333333333,"decay":0.01,"seed":0}""", file.Metadata["settings"]);
    }

    [Fact]
    public void Every_truncation_is_refused_in_a_line_that_names_the_file()
    {
        var bytes = Written(Example with { Optimizer = null });
        for (var length = 0; length < bytes.Length; length++) AssertRefused(bytes[..length], "");
    }

    [Fact]
    public void A_flipped_bit_is_found_or_changes_nothing()
    {
        var bytes = Written(Example);
        var random = new Random(20);
        for (var i = 0; i < 600; i++)
        {
            var flipped = bytes.ToArray();
            var bit = random.Next(8 * bytes.Length);
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var path = Put(flipped);

            var state = default(ModelState);
            var error = Record.Exception(() => state = Checkpoint.Read(path));

            if (error is null) AssertSame(Example, state!);
            else Assert.IsType<ModelException>(error);
        }
    }

    [Fact]
    public void A_flipped_bit_in_the_weights_is_found()
    {
        var bytes = Written(Example);
        bytes[^1] ^= 1;

        AssertRefused(bytes, "it is damaged, as its checksum shows");
    }

    [Fact]
    public void Other_files_are_refused()
    {
        AssertRefused([], "it is empty");
        AssertRefused(Encoding.UTF8.GetBytes("A model would be nice, but this is a text."), "header is longer");
        AssertRefused(new byte[4096], "its header is not JSON");
        AssertRefused(Safetensors(file => file with { Metadata = new Dictionary<string, string>() }), "does not name the format gpujazz");
    }

    [Theory]
    [InlineData("format", "keras", "does not name the format gpujazz")]
    [InlineData("format_version", "5", "it is of format version 5, and this program reads up to version 4")]
    [InlineData("format_version", "4", "its metadata has no layers")]
    [InlineData("format_version", "2", "its metadata has no layers")]
    [InlineData("format_version", null, "its metadata has no format_version")]
    [InlineData("hidden", "-1", "its metadata is wrong")]
    [InlineData("hidden", "0", "its metadata is wrong")]
    [InlineData("hidden", "99999999999999", "its metadata is wrong")]
    [InlineData("vocabulary_size", "4", "lstm.kernel is [3,8] where a model of its size has [4,8]")]
    [InlineData("adam_updates", null, "it has tensors that a model has not")]
    [InlineData("sha256", "0", "it is damaged")]
    [InlineData("sha256", null, "its metadata has no sha256")]
    [InlineData("vocabulary", "[]", "it is damaged")]
    public void Metadata_that_does_not_fit_is_refused(string key, string? value, string expected)
    {
        var changed = Safetensors(file =>
        {
            var metadata = file.Metadata.Where(pair => pair.Key != key).ToDictionary();
            if (value is not null) metadata.Add(key, value);
            return file with { Metadata = metadata };
        });

        AssertRefused(changed, expected);
    }

    [Fact]
    public void A_missing_or_misshapen_tensor_is_named()
    {
        AssertRefused(Safetensors(file => file with { Tensors = [.. file.Tensors.Skip(1)] }), "it has no tensor lstm.kernel");
        AssertRefused(Safetensors(file => file with { Tensors = [.. file.Tensors.SkipLast(1)] }), "it has no tensor adam.v.dense.bias");
        AssertRefused(
            Safetensors(file => file with { Tensors = [file.Tensors[0] with { Shape = [8, 3] }, .. file.Tensors.Skip(1)] }),
            "lstm.kernel is [8,3] where a model of its size has [3,8]");
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_refused()
    {
        Assert.Equal($"{folder.File("no")} can't be read: there is no such file; name one that gpujazz train wrote", ReadError(folder.File("no")));
        Assert.Equal($"{folder.Path} can't be read: it is a folder; name a file in it", ReadError(folder.Path));
    }

    private static float[] Numbers(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Shape.ParameterCount).Select(_ => (float)random.NextDouble())];
    }

    private static void AssertSame(ModelState expected, ModelState actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Optimizer?.FirstMoment, actual.Optimizer?.FirstMoment);
        Assert.Equal(expected.Optimizer?.SecondMoment, actual.Optimizer?.SecondMoment);
        Assert.Equal(expected.Optimizer?.Updates, actual.Optimizer?.Updates);
        Assert.Equal(expected.Epoch, actual.Epoch);
        Assert.Equal(expected.Settings, actual.Settings);
        Assert.Equal(expected.Notes.OrderBy(pair => pair.Key), actual.Notes.OrderBy(pair => pair.Key));
    }

    private static string ReadError(string path) => Assert.Throws<ModelException>(() => Checkpoint.Read(path)).Message;

    private byte[] Written(ModelState state)
    {
        Checkpoint.Write(folder.File("written"), state);
        return File.ReadAllBytes(folder.File("written"));
    }

    private byte[] Safetensors(Func<SafetensorsFile, SafetensorsFile> change)
    {
        using var stream = new MemoryStream();
        change(SafetensorsFile.Read(new MemoryStream(Written(Example)))).Write(stream);
        return stream.ToArray();
    }

    private string Put(byte[] bytes)
    {
        File.WriteAllBytes(folder.File("changed"), bytes);
        return folder.File("changed");
    }

    private void AssertRefused(byte[] bytes, string expected)
    {
        var message = ReadError(Put(bytes));

        Assert.StartsWith(folder.File("changed") + " is not a model that can be used: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
