using GpuJazz.Music;

namespace GpuJazz.Tests.Evaluation;

public sealed class StructurenessTests
{
    [Fact]
    public void A_stretch_that_comes_again_once_is_half_good_and_covers_half()
    {
        // Frames 0 and 1 come again as 2 and 3: score (4 − 2) / 4 cells, coverage (4 − 2) / 4 frames.
        double[][] similarity = [[1, -2, 1, -2], [-2, 1, -2, 1], [1, -2, 1, -2], [-2, 1, -2, 1]];
        Assert.Equal(0.5, FitnessScape.Fitness(similarity, 0, 2), 12);
        Assert.Equal(0, FitnessScape.Fitness(similarity, 0, 4), 12);
    }

    [Fact]
    public void What_does_not_come_again_is_not_fit()
    {
        double[][] similarity = [[1, -2, -2], [-2, 1, -2], [-2, -2, 1]];
        for (var length = 1; length <= 3; length++) Assert.Equal(0, FitnessScape.Fitness(similarity, 0, length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_best_family_of_paths_is_the_best_of_all_there_are(int length)
    {
        var random = new Random(1959 + length);
        for (var trial = 0; trial < 20; trial++)
        {
            double[][] similarity = [.. Enumerable.Range(0, 7).Select(_ => Enumerable.Range(0, 7).Select(_ => 1 - (3 * random.NextDouble())).ToArray())];
            for (var i = 0; i < 7; i++) similarity[i][i] = 1;
            for (var start = 0; start + length <= 7; start++)
                Assert.Equal(BestOfAll(similarity, start, length), FitnessScape.Fitness(similarity, start, length), 9);
        }
    }

    [Fact]
    public void A_phrase_that_comes_again_is_found_in_any_key_and_a_random_line_has_less()
    {
        var random = new Random(4);
        int[] phrase = [.. Enumerable.Range(0, 20).Select(_ => random.Next(60, 80))];
        int[] noise = [.. Enumerable.Range(0, 80).Select(_ => random.Next(60, 80))];
        var repeated = Structureness([.. phrase, .. phrase.Select(pitch => pitch + 5), .. phrase, .. phrase.Select(pitch => pitch - 2)]);
        Assert.True(repeated > 0.4, $"{repeated}");
        Assert.True(repeated > Structureness(noise) + 0.2, $"{repeated}, {Structureness(noise)}");
    }

    [Fact]
    public void There_is_nothing_to_find_at_lengths_that_the_piece_does_not_have()
    {
        var scape = FitnessScape.Of(Chromagram.Of(Line([60, 62, 64, 65])));
        Assert.Null(scape.Structureness(3, 8));
        Assert.NotNull(scape.Structureness(0.5, 2));
    }

    [Fact]
    public void A_chromagram_has_two_frames_a_second_each_of_length_one()
    {
        // Half a second each: the first frame's two seconds reach to 1.25 s and hold 0.5 s of C, 0.5 s of D and 0.25 s of E.
        var chroma = Chromagram.Of(Line([60, 62, 64, 65, 67, 69]));
        Assert.Equal(6, chroma.Frames.Count);
        Assert.All(chroma.Frames, frame => Assert.Equal(1, frame.Sum(value => value * value), 12));
        Assert.Equal(chroma.Frames[0][0], chroma.Frames[0][2], 12);
        Assert.Equal(2, chroma.Frames[0][0] / chroma.Frames[0][4], 12);
        Assert.Equal(0, chroma.Frames[0][5]);
        Assert.InRange(Chromagram.Of(Line([.. Enumerable.Repeat(60, 2000)])).Frames.Count, 100, 120);
    }

    // A note each half second.
    private static Solo Line(int[] pitches) =>
        new([.. pitches.Select((pitch, i) => new Note(Beats.Quarters(i), Beats.Quarters(1), pitch))], [], Beats.Quarters(4), 120);

    private static double Structureness(int[] pitches) => FitnessScape.Of(Chromagram.Of(Line(pitches))).Structureness(8, 15)!.Value;

    // Every family of paths there is, one after the other.
    private static double BestOfAll(double[][] similarity, int start, int length)
    {
        var (score, cells, covered) = Families(0, 0, 0, 0).MaxBy(family => family.Score);
        var (good, wide) = (Math.Max(0, (score - length) / cells), Math.Max(0, (covered - length) / (double)similarity.Length));
        return good + wide > 0 ? 2 * good * wide / (good + wide) : 0;

        IEnumerable<(double Score, int Cells, int Covered)> Families(int row, double score, int cells, int covered)
        {
            if (row >= similarity.Length) return [(score, cells, covered)];
            return Families(row + 1, score, cells, covered).Concat(Path(row, 0, score, cells, covered + 1));
        }

        IEnumerable<(double Score, int Cells, int Covered)> Path(int row, int column, double score, int cells, int covered)
        {
            if (row >= similarity.Length || column >= length) yield break;
            score += similarity[row][start + column];
            cells++;
            if (column == length - 1)
                foreach (var family in Families(row + 1, score, cells, covered)) yield return family;
            foreach (var (down, right) in new[] { (1, 1), (1, 2), (2, 1) })
                foreach (var family in Path(row + down, column + right, score, cells, covered + down)) yield return family;
        }
    }
}
