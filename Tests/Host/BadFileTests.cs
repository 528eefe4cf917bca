using System.Text;

namespace GpuJazz.Tests.Host;

/// <summary>A file that can't be used ends with code 1 and one line that names it; nothing is left behind.</summary>
public sealed class BadFileTests
{
    private static readonly byte[] TextFile = "This is a letter, not a song."u8.ToArray();

    // Format 1, one track, 96 ticks a quarter; the track holds nothing but its end.
    private static readonly byte[] SilentMidi =
    [
        .. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 1, 0, 96,
        .. "MTrk"u8, 0, 0, 0, 4, 0, 0xFF, 0x2F, 0,
    ];

    // The same with one quarter note of middle C in the track.
    private static readonly byte[] OnePartMidi =
    [
        .. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 1, 0, 96,
        .. "MTrk"u8, 0, 0, 0, 12, 0, 0x90, 60, 90, 96, 0x80, 60, 0, 0, 0xFF, 0x2F, 0,
    ];

    public static TheoryData<string, byte[]> Files => new()
    {
        { "empty.mid", [] },
        { "text.mid", TextFile },
        { "header-only.mid", SilentMidi[..14] },
        { "truncated.mid", OnePartMidi[..^9] },
        { "silent.mid", SilentMidi },
        { "one-part.mid", OnePartMidi },
        { "empty.abc", [] },
        { "text.abc", TextFile },
        { "binary.abc", OnePartMidi },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Train_refuses_it(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(name, content);
        CommandRun.Of("train", "--data", path, "--out", folder.File("out")).MustFail(1, name);
        Assert.Equal([name], folder.Names());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Inspect_refuses_it(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("inspect", folder.Write(name, content), "--json").MustFail(1, name);
    }

    [Fact]
    public void A_large_file_of_zeros_is_refused()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "zeros.mid", "zeros.abc", "zeros.safetensors" })
            using (var file = new FileStream(folder.File(name), FileMode.CreateNew)) file.SetLength(100_000_000);
        CommandRun.Of("inspect", folder.File("zeros.mid")).MustFail(1, "zeros.mid");
        CommandRun.Of("inspect", folder.File("zeros.abc")).MustFail(1, "zeros.abc");
        CommandRun.Of("train", "--data", folder.File("zeros.mid"), "--out", folder.File("out")).MustFail(1, "zeros.mid");
        CommandRun.Of("render", folder.File("zeros.mid")).MustFail(1, "zeros.mid");
        CommandRun.Of("generate", "--model", folder.File("zeros.safetensors"), "--out", folder.File("solo.mid")).MustFail(1, "zeros.safetensors");
        Assert.Equal(["zeros.abc", "zeros.mid", "zeros.safetensors"], folder.Names());
    }

    [Theory]
    [InlineData("missing.mid")]
    [InlineData("missing/")]
    public void What_is_not_there_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("train", "--data", folder.File(name), "--out", folder.File("out")).MustFail(1, "--data", folder.File(name));
        CommandRun.Of("inspect", folder.File(name)).MustFail(1, folder.File(name));
        CommandRun.Of("render", folder.File(name)).MustFail(1, folder.Path);
        CommandRun.Of("generate", "--model", folder.File(name)).MustFail(1, folder.File(name));
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void An_empty_folder_has_no_tunes()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("train", "--data", folder.Path, "--out", folder.File("out")).MustFail(1, "--data", folder.Path, ".mid");
        folder.Write("letter.txt", TextFile);
        CommandRun.Of("inspect", folder.Path).MustFail(1, folder.Path, ".mid");
    }

    [Fact]
    public void One_bad_file_in_a_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.mid", TextFile);
        CommandRun.Of("train", "--data", folder.Path, "--out", folder.File("out")).MustFail(1, "bad.mid");
    }

    [Fact]
    public void A_name_with_a_line_end_stays_on_one_line()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("inspect", folder.File("a\nb\u001b[31m.mid")).MustFail(1, "a b");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("This is a letter, not a model.")]
    public void A_file_that_is_no_model_is_named(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("model.safetensors", Encoding.UTF8.GetBytes(text));
        CommandRun.Of("generate", "--model", path, "--out", folder.File("solo.mid")).MustFail(1, "model.safetensors");
        Assert.Equal(["model.safetensors"], folder.Names());
    }
}
