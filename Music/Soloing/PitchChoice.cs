namespace GpuJazz.Music;

/// <summary>The pitches that may stand for a token, the best kind there is.</summary>
internal static class PitchChoice
{
    private const int Octave = 12;

    /// <summary>The candidates for one note.</summary>
    /// <remarks>
    /// Of the pitches that may follow (<see cref="Register.MayFollow"/>) those of the token's type within its interval. If there is none,
    /// all of the type, told apart by whether octaves lead to them. If the chord leaves none of the type, the same with the
    /// next plainer type: other gives way to approach, approach to scale, scale to chord tones, and those there are always: where a narrow
    /// register has only the one that was struck too often, it is struck again.
    /// </remarks>
    /// <param name="slot">The note.</param>
    /// <param name="previous">The pitch before it, or null at the start: then the interval doesn't count.</param>
    /// <param name="strikes">How often that pitch has been struck in a row.</param>
    /// <returns>At least one candidate.</returns>
    public static IReadOnlyList<(int Pitch, Placement Placement)> For(LineSlot slot, int? previous, int strikes)
    {
        List<(int, Placement)> written = [], moved = [];
        for (var type = slot.Type; ; type--)
        {
            foreach (var pitch in slot.Tones.OfType(type))
            {
                if (!Register.MayFollow(pitch, previous, strikes)) continue;
                if (Excess(pitch) == 0) written.Add((pitch, type == slot.Type ? Placement.AsWritten : Placement.OtherType));
                else if (written.Count == 0) moved.Add((pitch, type == slot.Type ? MoveTo(pitch) : Placement.OtherType));
            }

            if (written.Count > 0) return written;
            if (moved.Count > 0) return moved;
            if (type == ToneType.Chord) return [(previous!.Value, Placement.OtherType)];
        }

        int Excess(int pitch) => previous is { } before ? slot.Excess(pitch - before) : 0;

        Placement MoveTo(int pitch)
        {
            for (var octaves = -2; octaves <= 2; octaves++)
                if (Excess(pitch + octaves * Octave) == 0) return Placement.OctaveMoved;
            return Placement.OutsideInterval;
        }
    }
}
