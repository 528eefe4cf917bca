namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>How a program is run: its work-items, in groups where it has them, and its two numbers.</summary>
/// <param name="Groups">How many groups; 0 where the accelerator chooses them.</param>
/// <param name="Width">The work-items of a group in X, or of all.</param>
/// <param name="Height">The work-items of a group in Y.</param>
/// <param name="N">The parameter n.</param>
/// <param name="S">The parameter s.</param>
internal sealed record Launch(int Groups, int Width, int Height, int N, float S)
{
    /// <summary>The launches of a program.</summary>
    public static IEnumerable<Launch> Of(RandomProgram program)
    {
        var draw = new Draw((ulong)program.Seed * 77);
        for (int i = 0; i < 2; i++)
        {
            int n = draw.Below(100) - 20;
            float s = draw.Below(64) / 8f;
            var (width, height) = program.HasGroups
                ? draw.Of((1, 1), (7, 1), (8, 1), (16, 1), (33, 1), (64, 1), (13, 3), (4, 4), (3, 20))
                : (draw.Of(1, 7, 8, 16, 31, 33, 64, 77), 1);
            yield return new(program.HasGroups ? 1 + draw.Below(3) : 0, width, height, n, s);
        }
    }
}
