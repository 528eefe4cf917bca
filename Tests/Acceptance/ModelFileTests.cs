using System.Text.Json.Nodes;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The model's file, read by the description of its format.</summary>
[Collection(TrainedModelGroup.Name)]
public sealed class ModelFileTests(TrainedModel model)
{
    private static readonly (string Name, int[] Shape)[] Parameters =
    [
        ("lstm.kernel", [78, 256]), ("lstm.recurrent_kernel", [64, 256]), ("lstm.bias", [256]),
        ("dense.kernel", [64, 78]), ("dense.bias", [78]),
    ];

    [SharedDataFact]
    public void It_holds_the_five_tensors_and_two_moments_of_each()
    {
        var tensors = SafetensorsContent.Read(model.Path).Tensors;
        Assert.All(tensors.Values, tensor => Assert.Equal("F32", tensor.Kind));
        Assert.All(tensors.Values, tensor => Assert.All(tensor.Values, value => Assert.True(float.IsFinite(value))));
        Assert.All(Parameters, parameter => Assert.Equal(parameter.Shape, tensors[parameter.Name].Shape));
        Assert.Equal(41_678, Parameters.Sum(parameter => tensors[parameter.Name].Values.Length));

        foreach (var (name, shape) in Parameters)
        {
            var moments = tensors.Where(pair => pair.Key != name && pair.Key.EndsWith(name, StringComparison.Ordinal)).ToArray();
            Assert.Equal(2, moments.Length);
            Assert.All(moments, moment => Assert.Equal(shape, moment.Value.Shape));
            Assert.Contains(moments, moment => moment.Value.Values.All(value => value >= 0)); // the squares'
            Assert.All(moments, moment => Assert.Contains(moment.Value.Values, value => value != 0));
        }

        Assert.Equal(3 * Parameters.Length, tensors.Count);
    }

    [SharedDataFact]
    public void Its_metadata_hold_what_improvising_needs()
    {
        var metadata = SafetensorsContent.Read(model.Path).Metadata;
        Assert.Equal(Published.Golden("78")["vocabulary"].Texts(), JsonNode.Parse(metadata["vocabulary"]).Texts());
        Assert.Contains("\"epochs\":100", metadata["settings"], StringComparison.Ordinal);
        Assert.Equal("64", metadata["hidden"]);
        Assert.Equal("1", metadata["format_version"]);
        Assert.DoesNotContain(metadata.Values, text => text.Contains(Path.GetTempPath(), StringComparison.Ordinal));
    }

    [SharedDataFact]
    public void Argmax_plays_what_its_weights_say()
    {
        using var folder = new TemporaryFolder();
        var content = SafetensorsContent.Read(model.Path);
        var values = JsonNode.Parse(content.Metadata["vocabulary"]).Texts();
        var likeliest = new PlainLstm(content).Likeliest(50, smallestGap: 1e-4);
        var played = model.Generate(folder.File("solo.mid"), "--sampling", "argmax", "--notes", "50")["solos"]![0]!["tokens"].Texts();
        Assert.Equal(50, played.Length);
        Assert.InRange(likeliest.Count, 10, 50); // else this shows nothing
        Assert.Equal(likeliest.Select(token => values[token]), played[..likeliest.Count]);
    }
}
