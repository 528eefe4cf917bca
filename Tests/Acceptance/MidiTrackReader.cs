using System.Text;

namespace GpuJazz.Tests.Acceptance;

/// <summary>Reads the events of one track of a Standard MIDI File.</summary>
internal sealed class MidiTrackReader(byte[] bytes)
{
    private const int MetaName = 0x03, MetaEnd = 0x2F, MetaTempo = 0x51, MetaMeter = 0x58;
    private readonly List<MidiContent.Note> notes = [];
    private readonly List<(int Channel, int Pitch, int Velocity, int Start)> sounding = [];
    private readonly List<(int, int, int)> programs = [];
    private readonly List<(int, int)> tempos = [];
    private readonly List<(int, int, int)> meters = [];
    private string name = "";
    private bool ended;
    private int at;
    private int tick;
    private int status;

    public MidiContent.Track Read()
    {
        while (!ended)
        {
            tick += Number();
            if (bytes[at] >= 0x80) status = bytes[at++];
            if (status == 0xFF) Meta();
            else if (status >= 0xF0) at += Number();
            else Channel();
        }

        Assert.Equal(bytes.Length, at);
        Assert.Empty(sounding); // every note-on has its note-off
        return new MidiContent.Track(name, [.. notes.OrderBy(note => note.Start)], programs, tempos, meters, tick);
    }

    private void Meta()
    {
        var kind = bytes[at++];
        var length = Number();
        var data = bytes.AsSpan(at, length);
        at += length;
        if (kind == MetaName) name = Encoding.UTF8.GetString(data);
        if (kind == MetaTempo) tempos.Add((tick, (data[0] << 16) | (data[1] << 8) | data[2]));
        if (kind == MetaMeter) meters.Add((tick, data[0], 1 << data[1]));
        if (kind == MetaEnd) ended = true;
    }

    private void Channel()
    {
        var (kind, channel, first) = (status & 0xF0, status & 0x0F, (int)bytes[at++]);
        var second = kind is 0xC0 or 0xD0 ? 0 : bytes[at++];
        Assert.True(first < 0x80 && second < 0x80);
        if (kind == 0xC0) programs.Add((tick, channel, first));
        else if (kind == 0x90 && second > 0) sounding.Add((channel, first, second, tick));
        else if (kind is 0x80 or 0x90) Off(channel, first);
    }

    private void Off(int channel, int pitch)
    {
        var index = sounding.FindIndex(note => note.Channel == channel && note.Pitch == pitch);
        if (index < 0) return;
        var (_, _, velocity, start) = sounding[index];
        sounding.RemoveAt(index);
        notes.Add(new MidiContent.Note(channel, pitch, velocity, start, tick));
    }

    /// <summary>A number of seven bits a byte, the highest first.</summary>
    private int Number()
    {
        var value = 0;
        do value = (value << 7) | (bytes[at] & 0x7F);
        while (bytes[at++] >= 0x80);
        return value;
    }
}
