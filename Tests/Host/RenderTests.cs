using System.Text;
using System.Text.Json.Nodes;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

public sealed class RenderTests(SmallModel small) : IClassFixture<SmallModel>
{
    private string Solo => Path.Combine(small.Folder, "solo.mid");

    [Fact]
    public void A_solo_sounds_from_its_midi_file_as_it_did_when_it_was_made()
    {
        using var folder = new TemporaryFolder();
        var output = CommandRun.OutputOf("render", Solo, "--out", folder.Path);
        Assert.Contains(folder.File("solo.wav"), output, StringComparison.Ordinal);
        Assert.Equal(["solo.wav"], folder.Names());
        Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, "solo.wav")), File.ReadAllBytes(folder.File("solo.wav")));
    }

    [Fact]
    public void Without_a_folder_the_files_lie_beside_the_midi_file()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Solo, folder.File("tune.mid"));
        var json = JsonNode.Parse(CommandRun.OutputOf("render", folder.File("tune.mid"), "--wav", "--piano-roll", folder.File("roll.svg"), "--json"))!;
        Assert.Equal([folder.File("tune.wav"), folder.File("roll.svg")], json["files"]!.AsArray().Select(file => (string?)file));
        Assert.Equal(["roll.svg", "tune.mid", "tune.wav"], folder.Names());
    }

    [Fact]
    public void Mp3_needs_lame_and_says_how_to_get_it()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("render", Solo, "--mp3", folder.File("solo.mp3"));
        if (Lame.IsInstalled)
        {
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(["solo.mp3"], folder.Names());
        }
        else
        {
            run.MustFail(1, "--mp3", Lame.HowToInstall);
            Assert.Empty(folder.Names());
        }
    }

    [Fact]
    public void A_tune_in_ABC_sounds_like_the_MIDI_file_made_of_it()
    {
        using var folder = new TemporaryFolder();
        var tune = folder.Write("tune.abc", [.. "X:1\nT:Tune\nM:4/4\nL:1/4\nK:C\n\"Dm7\"CDEF|\n"u8]);
        CommandRun.OutputOf("inspect", tune, "--export", folder.File("made.mid"));
        CommandRun.OutputOf("render", tune);
        CommandRun.OutputOf("render", folder.File("made.mid"));
        Assert.Equal(File.ReadAllBytes(folder.File("made.wav")), File.ReadAllBytes(folder.File("tune.wav")));
    }

    [Fact]
    public void A_piano_roll_has_the_name_of_the_file_as_its_heading()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Solo, folder.File("Evening.mid"));
        CommandRun.OutputOf("render", folder.File("Evening.mid"), "--piano-roll");
        Assert.Contains("Evening", File.ReadAllText(folder.File("Evening.svg"), Encoding.UTF8), StringComparison.Ordinal);
    }
}
