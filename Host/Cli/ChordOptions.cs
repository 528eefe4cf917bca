using System.CommandLine;
using GpuJazz.Host.Improvising;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say which chords are played over.</summary>
internal sealed class ChordOptions
{
    private readonly Option<string?> chords = OptionFactory.Text(
        "--chords", "chart",
        "A chart such as \"| Dm7 | G7 | Cmaj7 | % |\", a MIDI, MusicXML or ABC file, a tune's name, or a form: "
            + $"{string.Join(", ", NamedForm.All.Select(form => form.Name))}, each also as in \"blues in Bb\"; without it, the chords that the model learned with");

    private readonly Option<int?> key = OptionFactory.Read(
        "--key", "note", "The key to play a form in, such as Bb; for other chords the key that they are in, where the model hears chords: else it is found from them", NamedForm.ReadKey, "a note such as C, Bb or F#");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(chords);
        command.Add(key);
    }

    /// <summary>What is asked for.</summary>
    public ChordRequest Plan(ParseResult result) => new(result.GetValue(chords), result.GetValue(key));
}
