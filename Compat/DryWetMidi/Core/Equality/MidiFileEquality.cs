namespace Melanchall.DryWetMidi.Core;

/// <summary>Compares files by what they hold.</summary>
internal static class MidiFileEquality
{
    /// <summary>The first difference, or null.</summary>
    public static string? Difference(MidiFile? file1, MidiFile? file2)
    {
        if (ReferenceEquals(file1, file2))
            return null;
        if (file1 is null || file2 is null)
            return "One of the files is null.";
        if (file1.Format != file2.Format)
            return $"The original formats are {file1.Format} and {file2.Format}.";
        if (!Equals(file1.TimeDivision, file2.TimeDivision))
            return $"The time divisions are {file1.TimeDivision} and {file2.TimeDivision}.";
        if (file1.Chunks.Count != file2.Chunks.Count)
            return $"There are {file1.Chunks.Count} and {file2.Chunks.Count} chunks.";
        for (var i = 0; i < file1.Chunks.Count; i++)
            if (MidiChunkEquality.Difference(file1.Chunks[i], file2.Chunks[i]) is { } difference)
                return $"Chunk {i}: {difference}";
        return null;
    }
}
