namespace GpuJazz.Music;

/// <summary>Gathers notes, rests and chord symbols into bars.</summary>
internal sealed class AbcBarBuilder
{
    // Far more than any tune has; a text that was made to fill the memory is refused here.
    private const int MaximumBars = 10_000;
    private const int MaximumNotes = 1_000;

    // As in the standard, an accidental holds for its letter in every octave until the bar line.
    private readonly Dictionary<int, int> _accidentals = [];
    private readonly List<AbcBar> _bars = [];
    private List<AbcNote> _notes = [];
    private List<PlacedChord> _chords = [];
    private IReadOnlyList<int> _endings = [];
    private AbcCursor? _place;
    private long _length;
    private bool _opensRepeat;

    /// <summary>The bars that are finished.</summary>
    public IReadOnlyList<AbcBar> Bars => _bars;

    /// <summary>Whether anything was written before this place.</summary>
    public bool HasBegun => _bars.Count > 0 || _place is not null;

    /// <summary>The accidental that a letter has here, in semitones.</summary>
    /// <param name="letter">The letter, from C = 0 to B = 6.</param>
    /// <param name="key">The key, which decides where no accidental was written in this bar.</param>
    /// <returns>Semitones, −2 to 2.</returns>
    public int AccidentalOf(int letter, AbcKey key) =>
        _accidentals.TryGetValue(letter, out var written) ? written : key.AccidentalOf(letter);

    /// <summary>An accidental, until the bar line.</summary>
    /// <param name="letter">The letter, from C = 0 to B = 6.</param>
    /// <param name="semitones">Semitones, −2 to 2.</param>
    public void SetAccidental(int letter, int semitones) => _accidentals[letter] = semitones;

    /// <summary>A chord symbol over what comes next.</summary>
    /// <param name="symbol">The chord.</param>
    /// <param name="place">Where it stands.</param>
    public void AddChord(ChordSymbol symbol, AbcCursor place)
    {
        _place ??= place;
        _chords.Add(new PlacedChord(_length, symbol));
    }

    /// <summary>Notes that sound together, or a rest if there are none.</summary>
    /// <param name="pitches">MIDI note numbers.</param>
    /// <param name="length">Their length in ticks.</param>
    /// <param name="place">Where they stand.</param>
    public void Add(IEnumerable<int> pitches, long length, AbcCursor place)
    {
        if (_bars.Count == MaximumBars) throw place.Error($"a tune has at most {MaximumBars} bars: end it before this one");
        if (_notes.Count >= MaximumNotes) throw place.Error($"a bar has at most {MaximumNotes} notes: write a bar line, |, before this one");
        _place ??= place;
        _notes.AddRange(pitches.Select(pitch => new AbcNote(_length, length, pitch, Tied: false)));
        _length += length;
    }

    /// <summary>Ties the notes last added to what follows.</summary>
    /// <returns>Whether there were any: not after a rest or a bar line.</returns>
    public bool Tie()
    {
        var any = false;
        for (var i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].Start + _notes[i].Length != _length) continue;
            _notes[i] = _notes[i] with { Tied = true };
            any = true;
        }

        return any;
    }

    /// <summary>A repeat begins here.</summary>
    public void OpenRepeat() => _opensRepeat = true;

    /// <summary>What follows belongs to an ending: it is played only on some passes of the repeat.</summary>
    /// <param name="passes">The passes, from 1; none to be played on all.</param>
    public void BeginEnding(IReadOnlyList<int> passes) => _endings = passes;

    /// <summary>A bar line: what was gathered becomes a bar. Before anything was gathered it does nothing.</summary>
    /// <param name="closesRepeat">Whether a repeat ends here.</param>
    public void EndBar(bool closesRepeat)
    {
        if (_place is null)
        {
            if (closesRepeat && _bars.Count > 0) _bars[^1] = _bars[^1] with { ClosesRepeat = true };
            return;
        }

        _bars.Add(new AbcBar(_place, _bars.Count + 1, _length, _notes, _chords, _endings, _opensRepeat, closesRepeat));
        (_notes, _chords, _place, _length, _opensRepeat) = ([], [], null, 0, false);
        _accidentals.Clear();
    }
}
