using System.Text.Json.Nodes;

namespace GpuJazz.Tests.Host;

public sealed class DevicesTests
{
    [Fact]
    public void Each_kind_of_accelerator_is_listed_with_what_it_can_do_or_why_it_cannot_be_used()
    {
        var devices = JsonNode.Parse(CommandRun.OutputOf("devices", "--json"))!["devices"]!.AsArray();
        foreach (string kind in new[] { "cuda", "opencl", "cpu" })
        {
            var ofKind = devices.Where(device => (string?)device!["accelerator"] == kind).ToList();
            Assert.NotEmpty(ofKind);
            Assert.All(ofKind, device =>
            {
                if ((bool)device!["usable"]!)
                {
                    Assert.NotEqual("", (string?)device["name"]);
                    Assert.NotEqual("", (string?)device["interface"]);
                    Assert.True((int)device["processors"]! > 0);
                    Assert.True((long)device["memory_bytes"]! > 0);
                    Assert.True((int)device["max_group_size"]! > 0);
                }
                else
                {
                    string alternative = kind == "cuda" ? "take --accelerator opencl or cpu" : "take --accelerator cpu";
                    Assert.Contains(alternative, (string?)device["reason"], StringComparison.Ordinal);
                }
            });
        }
    }
}
