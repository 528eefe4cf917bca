using System.Text.Json.Serialization;

namespace GpuJazz.Model;

/// <summary>What a training run was: the first line of its metrics.</summary>
/// <param name="Settings">How it trained.</param>
/// <param name="Hidden">H, hidden units.</param>
/// <param name="Accelerator">The device's name.</param>
/// <param name="VocabularySize">V, different tokens.</param>
/// <param name="CorpusLength">All tokens of all tunes.</param>
/// <param name="ParameterCount">Trainable numbers.</param>
/// <param name="Layers">L, LSTM layers; files from before there were several do not say it.</param>
public sealed record RunDescription(
    TrainingSettings Settings, int Hidden, string Accelerator, int VocabularySize, int CorpusLength, int ParameterCount, int Layers = 1)
{
    /// <summary>C, the chords that the model hears; 0 for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Chords { get; init; }
}
