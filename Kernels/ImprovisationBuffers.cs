using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>What <see cref="Improvisation"/> reads and writes, for B solos of N notes.</summary>
/// <param name="Parameters">Read: the five tensors of the first and the dense layer.</param>
/// <param name="LayersAbove">Read: the other layers, from <see cref="ParameterViews.LayersAbove"/>.</param>
/// <param name="Gates">[B, 4H] scratch: z.</param>
/// <param name="Hidden">[L, B, H] written: h after the last note; read where notes went before those of this launch.</param>
/// <param name="Cells">[L, B, H] written: c; read likewise.</param>
/// <param name="Weights">[B, V] written: the last note's logits, or the weights of its draw.</param>
/// <param name="Notes">[B, N]: the tokens; those that are given are read, the others written.</param>
/// <param name="Chords">What is needed to hear chords; anything where the model hears none.</param>
public readonly record struct ImprovisationBuffers(
    ParameterViews Parameters,
    ArrayView<float> LayersAbove,
    ArrayView<float> Gates,
    ArrayView<float> Hidden,
    ArrayView<float> Cells,
    ArrayView<float> Weights,
    ArrayView<int> Notes,
    ChordViews Chords = default)
{
    /// <summary>The same for a model that hears no chords: views that exist, as every kernel's must, and are never looked at.</summary>
    internal ImprovisationBuffers WithoutChords => this with { Chords = new(Parameters.Kernel, Notes, Notes, Notes) };
}

/// <summary>The sizes of an <see cref="Improvisation"/>.</summary>
/// <param name="Solos">B, at least 1.</param>
/// <param name="Notes">N, the notes of each.</param>
/// <param name="Hidden">H.</param>
/// <param name="Vocabulary">V.</param>
/// <param name="Layers">L, LSTM layers.</param>
/// <param name="First">The note with which this launch begins, below N; the state after the note before it, and that note, are in the buffers.</param>
/// <param name="Given">How many of the notes are there already: they are heard, and nothing is picked in their places; at most N.</param>
/// <param name="Chords">C, the chords that the model hears; 0 where it hears none.</param>
/// <param name="Form">F, the units of time in the changes.</param>
/// <param name="Period">P, the units of time after which tokens advance alike again; it divides F.</param>
public readonly record struct ImprovisationShape(
    int Solos,
    int Notes,
    int Hidden,
    int Vocabulary,
    int Layers = 1,
    int First = 0,
    int Given = 0,
    int Chords = 0,
    int Form = 1,
    int Period = 1)
{
    /// <summary>4H, the gate columns.</summary>
    public int Gates => 4 * Hidden;
}

/// <summary>What an <see cref="Improvisation"/> is compiled for: each form is a kernel of its own.</summary>
/// <param name="Hidden">H.</param>
/// <param name="Layers">L: one layer has no code for those above.</param>
/// <param name="Recent">How many notes back a repetition is noticed; 0 for none.</param>
/// <param name="Chords">C, the chords that the model hears; 0 where it hears none.</param>
public readonly record struct ImprovisationForm(int Hidden, int Layers, int Recent, int Chords);
