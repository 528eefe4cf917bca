namespace GpuJazz.Music;

/// <summary>The channels that no track has taken; the percussion channel is never given out.</summary>
/// <param name="taken">Channels that are in use from the start, from 0.</param>
internal sealed class SpareChannels(params int[] taken)
{
    /// <summary>The channel of drums, from 0.</summary>
    public const int Percussion = 9;

    private readonly Queue<int> free = new(Enumerable.Range(0, 16).Except([.. taken, Percussion]));

    /// <summary>Takes one.</summary>
    /// <exception cref="MusicException">None is left.</exception>
    public int Take() => free.TryDequeue(out var channel)
        ? channel
        : throw new MusicException("too many notes of one pitch overlap for MIDI's 16 channels; make the solo's notes shorter");
}

/// <summary>Finds each note of a track a channel on which its pitch is not sounding: a second note-on there would be ambiguous.</summary>
/// <param name="first">The channel that is used wherever it can be.</param>
/// <param name="spare">Where others come from.</param>
/// <param name="apart">Whether two chords of the same start and end need different channels, so that they stay two.</param>
internal sealed class ChannelPicker(int first, SpareChannels spare, bool apart = false)
{
    private readonly List<Channel> channels = [new Channel(first)];

    /// <summary>Picks a channel for pitches that sound together; called in the order of their starts.</summary>
    /// <param name="start">When they begin.</param>
    /// <param name="end">When they end.</param>
    /// <param name="pitches">MIDI note numbers.</param>
    /// <returns>The channel, from 0.</returns>
    public int For(Beats start, Beats end, int[] pitches)
    {
        var channel = channels.Find(candidate => candidate.IsFree(start, end, pitches, apart));
        if (channel is null) channels.Add(channel = new Channel(spare.Take()));
        channel.Hold(start, end, pitches);
        return channel.Number;
    }

    private sealed class Channel(int number)
    {
        private readonly Dictionary<int, Beats> heldUntil = [];
        private readonly HashSet<(Beats, Beats)> spans = [];

        public int Number => number;

        public bool IsFree(Beats start, Beats end, int[] pitches, bool apart) =>
            !(apart && spans.Contains((start, end)))
            && Array.TrueForAll(pitches, pitch => !heldUntil.TryGetValue(pitch, out var until) || until <= start);

        public void Hold(Beats start, Beats end, int[] pitches)
        {
            spans.Add((start, end));
            foreach (var pitch in pitches) heldUntil[pitch] = end;
        }
    }
}
