namespace GpuJazz.Model;

/// <summary>Where a training window begins.</summary>
/// <param name="Tune">The tune's place in the corpus, from 0.</param>
/// <param name="Offset">The place of the window's first token in that tune, from 0.</param>
public readonly record struct WindowStart(int Tune, int Offset);
