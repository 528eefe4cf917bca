using System.Text;
using System.Text.Json;

namespace GpuJazz.Music;

/// <summary>The text form of chord changes; described at <see cref="Changes.ToJson"/>.</summary>
internal static class ChangesJson
{
    public static string Write(Changes changes)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("measure", changes.MeasureLength.Twelfths);
            writer.WriteStartArray("chords");
            foreach (var measure in changes.Measures)
            {
                writer.WriteStartArray();
                foreach (var chord in measure) Write(writer, chord);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Changes Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            Beats length = new(root.GetProperty("measure").GetInt32());
            var measures = root.GetProperty("chords").EnumerateArray();
            return new Changes([.. measures.Select(measure => measure.EnumerateArray().Select(ReadChord).ToArray())], length);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Not JSON; a name missing; an array or number that is something else; a number that is not a whole one.
            throw new MusicException("the chord changes can't be read: they are not as this program writes them; train again", error);
        }
    }

    private static void Write(Utf8JsonWriter writer, Chord chord)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(chord.Start.Twelfths);
        writer.WriteNumberValue(chord.Length.Twelfths);
        foreach (var pitch in chord.Pitches) writer.WriteNumberValue(pitch);
        writer.WriteEndArray();
    }

    private static Chord ReadChord(JsonElement chord)
    {
        var numbers = chord.EnumerateArray().Select(number => number.GetInt32()).ToArray();
        if (numbers.Length < 3) throw new FormatException("a chord is a start, a length and its pitches");
        return new Chord(new Beats(numbers[0]), new Beats(numbers[1]), numbers[2..]);
    }
}
