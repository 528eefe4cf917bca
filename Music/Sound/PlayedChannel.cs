namespace GpuJazz.Music;

/// <summary>A note while a file is played through: struck, and perhaps let go.</summary>
/// <param name="start">When it was struck, in ticks.</param>
/// <param name="sound">All about it but its times.</param>
internal sealed class HeldNote(long start, PlayedNote sound)
{
    /// <summary>When it was struck, in ticks.</summary>
    public long Start => start;

    /// <summary>All about it but its times.</summary>
    public PlayedNote Sound => sound;

    /// <summary>When it ends, in ticks; null while it sounds.</summary>
    public long? End { get; set; }
}

/// <summary>What a channel's controllers say at the moment: program, volume, place, and the pedal with the notes it holds.</summary>
internal sealed class PlayedChannel
{
    private const int VolumeControl = 7;
    private const int PanControl = 10;
    private const int ExpressionControl = 11;
    private const int SustainControl = 64;
    private const int ResetControl = 121;

    /// <summary>General MIDI's volume of a channel that says nothing.</summary>
    private const int DefaultVolume = 100;
    private const int Full = 127;
    private const int Middle = 64;

    private readonly List<HeldNote> sustained = [];
    private int volume = DefaultVolume;
    private int expression = Full;
    private bool pedal;

    /// <summary>General MIDI program, 0 to 127.</summary>
    public int Program { get; set; }

    /// <summary>−1 left, 0 middle, 1 right.</summary>
    public double Pan { get; private set; }

    /// <summary>Factor on amplitude: both controls are squared, as General MIDI asks; 1 at the default volume.</summary>
    public double Gain => Math.Pow(volume / (double)DefaultVolume * expression / Full, 2);

    /// <summary>Follows a controller.</summary>
    /// <param name="control">Which one.</param>
    /// <param name="value">0 to 127.</param>
    /// <param name="tick">When.</param>
    public void Control(int control, int value, long tick)
    {
        switch (control)
        {
            case VolumeControl:
                volume = value;
                break;
            case PanControl:
                Pan = Math.Max(-1, (value - Middle) / (double)(Middle - 1));
                break;
            case ExpressionControl:
                expression = value;
                break;
            case SustainControl:
                pedal = value >= Middle;
                if (!pedal) DampAll(tick);
                break;
            case ResetControl:
                (expression, pedal) = (Full, false);
                DampAll(tick);
                break;
        }
    }

    /// <summary>A key goes up: the note ends, unless the pedal holds it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="tick">When.</param>
    public void LetGo(HeldNote note, long tick)
    {
        if (pedal) sustained.Add(note);
        else note.End = tick;
    }

    /// <summary>A key goes down: what the pedal still holds of its pitch ends.</summary>
    /// <param name="pitch">The pitch.</param>
    /// <param name="tick">When.</param>
    public void Damp(int pitch, long tick)
    {
        foreach (var note in sustained.Where(note => note.Sound.Pitch == pitch)) note.End = tick;
        sustained.RemoveAll(note => note.Sound.Pitch == pitch);
    }

    private void DampAll(long tick)
    {
        foreach (var note in sustained) note.End = tick;
        sustained.Clear();
    }
}
