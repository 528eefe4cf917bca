using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>What holds for every played solo: random tokens, many seeds.</summary>
public sealed class EveryPlayedSoloTests
{
    private const int Lowest = 60;
    private const int Highest = 86;
    private const int WidestStep = 16;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Notes_start_where_the_token_before_ends_or_less_than_a_beat_later_if_counted_and_do_not_overlap(int seed)
    {
        var (tokens, played) = Random(seed);
        var notes = new Queue<Note>(played.Solo.Melody);
        var time = 0;
        int shortened = 0, delayed = 0;
        foreach (var (type, length) in tokens.Select(Parts))
        {
            if (type == 'R' && length > 48)
            {
                time = (time / 48 + 1) * 48;
                shortened++;
                continue;
            }

            if (type != 'R')
            {
                var note = notes.Dequeue();
                Assert.InRange(note.Start.Twelfths - time, 0, 11);
                if (note.Start.Twelfths > time) delayed++;
                time = note.Start.Twelfths;
                if (notes.Count > 0) Assert.InRange(note.Length.Twelfths, Math.Max(1, length - 1), length);
            }

            time += length;
        }

        Assert.Empty(notes);
        Assert.Equal((shortened, delayed), (played.Summary.RestsShortened, played.Summary.NotesDelayed));
        Assert.All(played.Solo.Melody.Zip(played.Solo.Melody.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pitches_stay_in_the_register_within_a_tenth_and_are_struck_three_times_at_most(int seed)
    {
        var pitches = Random(seed).Played.Solo.Melody.Select(note => note.Pitch).ToArray();
        Assert.All(pitches, pitch => Assert.InRange(pitch, Lowest, Highest));
        Assert.All(pitches.Zip(pitches.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, WidestStep));
        for (var i = 3; i < pitches.Length; i++)
            Assert.False(pitches[(i - 3)..i].All(pitch => pitch == pitches[i]), $"four times from note {i - 3}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_note_has_its_type_over_its_chord_and_its_interval_unless_it_is_counted(int seed)
    {
        var (tokens, played) = Random(seed);
        var melody = played.Solo.Melody;
        var sounding = tokens.Where(token => token[0] != 'R').ToArray();
        int otherTypes = 0, outside = 0;
        for (var i = 0; i < melody.Count; i++)
        {
            var measure = melody[i].Start.Twelfths / 48;
            var chord = Tunes.TwoFive.HarmonyOf(measure).Last(chord => chord.Start.Twelfths <= melody[i].Start.Twelfths % 48);
            if (ChordAnalysis.Of(chord.Pitches).TypeOf(melody[i].Pitch) != Token.Parse(sounding[i]).Type) otherTypes++;
            else if (i > 0 && !IsWithin(Token.Parse(sounding[i]), melody[i].Pitch - melody[i - 1].Pitch)) outside++;
        }

        Assert.Equal(played.Summary.TypeChanges, otherTypes);
        Assert.Equal(played.Summary.OctaveMoves + played.Summary.IntervalMoves, outside);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_counts_add_up(int seed)
    {
        var (tokens, played) = Random(seed);
        var summary = played.Summary;
        Assert.Equal(tokens.Length, summary.Tokens);
        Assert.Equal(tokens.Length, summary.Notes + summary.Rests);
        Assert.Equal(played.Solo.Melody.Count, summary.Notes);
        Assert.Equal(summary.Notes, summary.AsWritten + summary.OctaveMoves + summary.IntervalMoves + summary.TypeChanges);
        var written = tokens.Where(token => token[0] != 'R').Select(token => Parts(token).Length);
        Assert.Equal(summary.NotesDetached, played.Solo.Melody.Zip(written).Count(pair => pair.First.Length.Twelfths < pair.Second));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Chords_cover_the_measures_without_overlap_and_lie_under_the_hands(int seed)
    {
        var (_, played) = Random(seed);
        var chords = played.Solo.Chords;
        Assert.All(chords.Zip(chords.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.All(chords.SelectMany(chord => chord.Pitches), pitch => Assert.InRange(pitch, 40, 67));
        Assert.All(chords, chord => Assert.Equal(chord.Pitches.Distinct().Order(), chord.Pitches));
        var starts = chords.Select(chord => chord.Start.Twelfths);
        Assert.All(Enumerable.Range(0, played.Summary.Measures), measure => Assert.Contains(measure * 48, starts));
        Assert.Equal(Tunes.FourFour * played.Summary.Measures, chords[^1].End);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_last_note_is_held_to_the_end_of_its_measure(int seed)
    {
        var (tokens, played) = Random(seed);
        var last = played.Solo.Melody[^1];
        var asWritten = last.Start.Twelfths + Parts(tokens.Last(token => token[0] != 'R')).Length;
        Assert.Equal(0, last.End.Twelfths % 48);
        Assert.InRange(last.End.Twelfths - asWritten, 0, 47);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Velocities_are_shaped_and_playable(int seed)
    {
        var velocities = Random(seed).Played.Solo.Melody.Select(note => note.Velocity).ToArray();
        Assert.All(velocities, velocity => Assert.InRange(velocity, 40, 120));
        Assert.True(velocities.Distinct().Count() > 5);
    }

    private static (string[] Tokens, RealizedSolo Played) Random(int seed)
    {
        Random random = new(seed);
        var tokens = Tunes.RandomTokens(random, random.Next(10, 80));
        return (tokens, SoloRealizer.Realize(tokens, Tunes.TwoFive, new SoloSettings(SoloStyle.Played, seed)));
    }

    private static (char Type, int Length) Parts(string token) =>
        (token[0], (int)Math.Round(double.Parse(token.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture) * 12));

    private static bool IsWithin(Token token, int step) =>
        token.Up is not { } up || token.Down is not { } down || (step >= down.Semitones && step <= up.Semitones);
}
