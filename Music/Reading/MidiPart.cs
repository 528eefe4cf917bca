using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>A part of a MIDI file with its notes.</summary>
/// <param name="Index">Its number among the parts, from 0.</param>
/// <param name="Name">The track's name on one line, or an empty string.</param>
/// <param name="Notes">Its notes by onset; at least one.</param>
public sealed record MidiPart(int Index, string Name, IReadOnlyList<MidiNote> Notes)
{
    /// <summary>Whether all its notes are on the percussion channel.</summary>
    public bool IsDrums => Notes.All(note => note.Channel == MidiNote.DrumChannel);

    /// <summary>The parts of a file: the tracks that contain notes, in file order.</summary>
    /// <param name="file">The file. If it has all its notes in one track, as files of format 0 do, each channel is a part.</param>
    /// <returns>The parts; none if there are no notes.</returns>
    public static IReadOnlyList<MidiPart> Of(MidiFile file)
    {
        var parts = file.GetTrackChunks()
            .Select(track => (Name: NameOf(track), Notes: NotePairing.Pair(track)))
            .Where(part => part.Notes.Count > 0)
            .ToArray();
        if (parts is [var only])
        {
            var channels = only.Notes.GroupBy(note => note.Channel).OrderBy(channel => channel.Key).ToArray();
            if (channels.Length > 1)
                parts = [.. channels.Select(channel => ($"channel {channel.Key + 1}", (IReadOnlyList<MidiNote>)[.. channel]))];
        }

        return [.. parts.Select((part, index) => new MidiPart(index, part.Name, part.Notes))];
    }

    /// <summary>What there is to say of it.</summary>
    /// <param name="role">What it was taken for.</param>
    /// <returns>The part without its notes.</returns>
    public Part Describe(PartRole role) =>
        new(Index, Name, Notes.Count, Notes.Min(note => note.Pitch), Notes.Max(note => note.Pitch), IsDrums, role);

    /// <summary>Number and name, to print.</summary>
    /// <returns>For example <c>part 5 (Guitar)</c>.</returns>
    public override string ToString() => Name.Length > 0 ? $"part {Index} ({Name})" : $"part {Index}";

    private static string NameOf(TrackChunk track)
    {
        var name = track.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "";
        return new string([.. name.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
    }
}
