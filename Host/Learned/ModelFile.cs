using GpuJazz.Model;

namespace GpuJazz.Host.Learned;

/// <summary>A model file: the network's state and the music that it learned.</summary>
/// <param name="State">The network.</param>
/// <param name="Tunes">The music.</param>
internal sealed record ModelFile(ModelState State, LearnedTunes Tunes)
{
    /// <summary>Reads a model file.</summary>
    /// <param name="path">The file.</param>
    public static ModelFile Read(string path)
    {
        var state = Checkpoint.Read(path);
        return new ModelFile(state, LearnedTunes.From(state, path));
    }
}
