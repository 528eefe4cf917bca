using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>What holds for every played solo: random tokens, many seeds.</summary>
public sealed class PlayedStyleTests
{
    private const int Lowest = 52;
    private const int Highest = 86;
    private const int WidestStep = 16;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Notes_start_at_the_sum_of_the_lengths_before_them_and_do_not_overlap(int seed)
    {
        var (tokens, played) = Random(seed);
        var notes = new Queue<Note>(played.Solo.Melody);
        var time = 0;
        var shortened = 0;
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
                Assert.Equal(time, note.Start.Twelfths);
                if (notes.Count > 0) Assert.InRange(note.Length.Twelfths, Math.Max(1, length - 1), length);
            }

            time += length;
        }

        Assert.Empty(notes);
        Assert.Equal(shortened, played.Summary.RestsShortened);
        Assert.All(played.Solo.Melody.Zip(played.Solo.Melody.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pitches_stay_in_the_register_within_a_tenth_and_are_struck_three_times_at_most(int seed)
    {
        var pitches = Random(seed).Played.Solo.Melody.Select(note => note.Pitch).ToArray();
        Assert.All(pitches, pitch => Assert.InRange(pitch, Lowest, Highest));
        Assert.All(pitches.Zip(pitches.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, WidestStep));
        for (var i = 3; i < pitches.Length; i++) Assert.False(pitches[(i - 3)..i].All(pitch => pitch == pitches[i]), $"four times from note {i - 3}");
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
        var detached = played.Solo.Melody.Zip(tokens.Where(token => token[0] != 'R').Select(Parts)).Count(pair => pair.First.Length.Twelfths < pair.Second.Length);
        Assert.Equal(summary.NotesDetached, detached);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Chords_cover_the_measures_without_overlap_and_lie_under_the_hands(int seed)
    {
        var (_, played) = Random(seed);
        var chords = played.Solo.Chords;
        Assert.All(chords.Zip(chords.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.All(chords.SelectMany(chord => chord.Pitches), pitch => Assert.InRange(pitch, 43, 74));
        Assert.All(chords, chord => Assert.Equal(chord.Pitches.Distinct().Order(), chord.Pitches));
        Assert.All(Enumerable.Range(0, played.Summary.Measures), measure => Assert.Contains(chords, chord => chord.Start.Twelfths == measure * 48));
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

    [Theory]
    [InlineData(SoloStyle.Played)]
    [InlineData(SoloStyle.Original)]
    public void The_same_seed_gives_the_same_solo_and_another_seed_another(SoloStyle style)
    {
        var tokens = Tunes.RandomTokens(new Random(5), 50);
        var solos = Enumerable.Range(0, 10).Select(seed => Describe(style, seed, tokens)).ToArray();
        Assert.Equal(solos, Enumerable.Range(0, 10).Select(seed => Describe(style, seed, tokens)));
        Assert.Equal(solos.Length, solos.Distinct().Count());
    }

    [Fact]
    public void No_tokens_give_no_solo()
    {
        var played = Play([], Tunes.TwoFive);
        Assert.Empty(played.Solo.Melody);
        Assert.Empty(played.Solo.Chords);
        Assert.Equal(0, played.Summary.Notes + played.Summary.Rests + played.Summary.Measures);
    }

    [Fact]
    public void Rests_alone_give_chords_without_a_melody()
    {
        var played = Play(["R,1.000", "R,71.000", "R,0.500"], Tunes.TwoFive);
        Assert.Empty(played.Solo.Melody);
        Assert.Equal((3, 1, 2), (played.Summary.Rests, played.Summary.RestsShortened, played.Summary.Measures));
        Assert.Equal(Tunes.FourFour * 2, played.Solo.End);
    }

    [Fact]
    public void Tokens_that_fill_measures_exactly_end_with_them()
    {
        var played = Play([.. Enumerable.Repeat("C,0.333,<M3,m-3>", 24)], Tunes.TwoFive);
        Assert.Equal((2, Tunes.FourFour * 2), (played.Summary.Measures, played.Solo.End));
    }

    [Fact]
    public void A_repeated_note_is_let_go_early()
    {
        var played = Play(["C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "C,0.500,<P1,P1>"], Tunes.Of(1, 60, 64, 67));
        var melody = played.Solo.Melody;
        Assert.Equal(melody[0].Pitch, melody[1].Pitch);
        Assert.Equal([5, 5, 6], melody.Take(3).Select(note => note.Length.Twelfths));
        Assert.NotEqual(melody[2].Pitch, melody[3].Pitch);
        Assert.Equal((2, 1), (played.Summary.NotesDetached, played.Summary.OctaveMoves + played.Summary.IntervalMoves));
    }

    [Fact]
    public void An_approach_note_goes_a_semitone_to_a_chord_tone_where_it_can()
    {
        string[] tokens = [.. Enumerable.Range(0, 20).SelectMany(_ => (string[])["C,0.250,<P4,m-2>", "A,0.250,<P4,m-2>", "C,0.250,<d4,M-2>"])];
        int resolved = 0, approaches = 0;
        foreach (var seed in Enumerable.Range(0, 10))
        {
            var melody = Play(tokens, Tunes.Of(2, 53, 57, 60, 64), seed).Solo.Melody;
            for (var i = 1; i + 1 < melody.Count; i += 3)
            {
                approaches++;
                if (Math.Abs(melody[i + 1].Pitch - melody[i].Pitch) == 1) resolved++;
            }
        }

        Assert.True(resolved > 0.75 * approaches, $"{resolved} of {approaches}");
    }

    [SharedDataFact]
    public void Tokens_of_the_corpus_make_a_line_of_small_steps_that_turns()
    {
        var vocabulary = Golden.Vocabulary();
        var changes = Golden.Changes();
        Random random = new(11);
        foreach (var seed in Enumerable.Range(0, 20))
        {
            string[] tokens = [.. Enumerable.Range(0, 50).Select(_ => vocabulary[random.Next(vocabulary.Length)])];
            var (solo, summary) = Play(tokens, changes, seed);
            var steps = solo.Melody.Zip(solo.Melody.Skip(1), (note, next) => next.Pitch - note.Pitch).ToArray();
            var turns = steps.Zip(steps.Skip(1)).Count(pair => Math.Sign(pair.First) * Math.Sign(pair.Second) < 0);
            Assert.InRange(steps.Average(Math.Abs), 1.5, 4.5);
            Assert.InRange(turns, 10, 30);
            Assert.True(summary.AsWritten > 35, summary.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("Q,0.250")]
    [InlineData("C,-1.000")]
    [InlineData("C,0.250,<P5>")]
    [InlineData("C,0.250,<P5,Z1>")]
    public void A_token_that_cannot_be_read_is_an_error(string token)
    {
        foreach (var style in Enum.GetValues<SoloStyle>())
            Assert.Throws<MusicException>(() => SoloRealizer.Realize(["C,0.250", token], Tunes.TwoFive, new SoloSettings(style)));
    }

    [Fact]
    public void A_solo_that_would_hardly_end_is_an_error() =>
        Assert.Contains("ask for fewer notes", Assert.Throws<MusicException>(() => Play(["C,600000.000", "C,600000.000"], Tunes.TwoFive)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-130)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_tempo_that_cannot_be_played_is_an_error(double tempo) =>
        Assert.Throws<MusicException>(() => SoloRealizer.Realize([], Tunes.TwoFive, new SoloSettings(BeatsPerMinute: tempo)));

    [Fact]
    public void The_summary_prints_what_happened()
    {
        var text = Play(["C,0.500,<P1,P1>", "C,0.500,<P1,P1>", "R,71.000"], Tunes.Of(1, 60, 64, 67)).Summary.ToString();
        Assert.Equal("3 tokens over 1 measure: 2 notes, 1 rest, 1 detached, 1 rest shortened", text);
    }

    private static (string[] Tokens, RealizedSolo Played) Random(int seed)
    {
        Random random = new(seed);
        var tokens = Tunes.RandomTokens(random, random.Next(10, 80));
        return (tokens, Play(tokens, Tunes.TwoFive, seed));
    }

    private static RealizedSolo Play(IReadOnlyList<string> tokens, Changes changes, int seed = 0) =>
        SoloRealizer.Realize(tokens, changes, new SoloSettings(SoloStyle.Played, seed));

    private static string Describe(SoloStyle style, int seed, string[] tokens)
    {
        var solo = SoloRealizer.Realize(tokens, Tunes.TwoFive, new SoloSettings(style, seed)).Solo;
        return string.Join(' ', solo.Melody) + string.Join(' ', solo.Chords.Select(chord => $"{chord.Start} {chord.Length} {string.Join(',', chord.Pitches)}"));
    }

    private static (char Type, int Length) Parts(string token) =>
        (token[0], (int)Math.Round(double.Parse(token.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture) * 12));

    private static bool IsWithin(Token token, int step) =>
        token.Up is not { } up || token.Down is not { } down || (step >= down.Semitones && step <= up.Semitones);
}
