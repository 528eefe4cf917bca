using System.Globalization;
using System.Text.Json;

namespace GpuJazz.Model;

/// <summary>Model files: a safetensors file of the tensors and, for going on, the optimiser's: <c>adam.m.…</c> and <c>adam.v.…</c>, or <c>rmsprop.v.…</c>.</summary>
/// <remarks>
/// The metadata: <c>format</c>, <c>format_version</c>, <c>hidden</c>, <c>vocabulary_size</c>, <c>layers</c>, <c>epoch</c> (epochs done),
/// <c>adam_updates</c> or <c>rmsprop_updates</c> (with the optimiser's state), <c>settings</c> (JSON), <c>sha256</c> of all the rest; and the notes. Version 2 is for what version 1 has no words for, several layers, dropout, clipping and
/// RMSprop; a model that version 1 can say is written as that. Version 3 is version 2 with <c>chords</c>, the chords that a model hears, and version 4
/// is version 3 with <c>chord_parts</c>, the parts that each of them is made of (JSON).
/// </remarks>
public static class Checkpoint
{
    private const string Format = "gpujazz";
    private const string PlainVersion = "1";
    private const string VersionWithoutChords = "2";
    private const string VersionWithoutParts = "3";
    private const string Version = "4";
    private const string Layers = "layers";
    private const string Chords = "chords";
    private const string ChordParts = "chord_parts";
    private static readonly string[] OwnKeys =
    [
        "format", "format_version", "hidden", "vocabulary_size", Layers, Chords, ChordParts, "epoch", Updates(OptimizerKind.Adam), Updates(OptimizerKind.RmsProp),
        "settings", Checksum.Key,
    ];

    /// <summary>Writes a model file whole or not at all; the same state gives the same bytes.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="state">The model. A note may not have the name of another metadata.</param>
    /// <exception cref="ModelException">The file can't be written.</exception>
    public static void Write(string path, ModelState state)
    {
        var metadata = new Dictionary<string, string>(state.Notes, StringComparer.Ordinal);
        metadata.Add("format", Format);
        metadata.Add("format_version", VersionOf(state));
        if (!IsPlain(state)) metadata.Add(Layers, Text(state.Shape.Layers));
        if (state.Shape.Chords > 0) metadata.Add(Chords, Text(state.Shape.Chords));
        if (state.Shape.ChordTable is { } table) metadata.Add(ChordParts, Json.Write(table.PartsOf));
        metadata.Add("hidden", Text(state.Shape.Hidden));
        metadata.Add("vocabulary_size", Text(state.Shape.Vocabulary));
        metadata.Add("epoch", Text(state.Epoch));
        metadata.Add("settings", Json.Write(state.Settings));
        var tensors = Slices(state.Shape, "", state.Parameters);
        if (state.Optimizer is { } optimizer)
        {
            var kind = state.Settings.Optimizer;
            metadata.Add(Updates(kind), Text(optimizer.Updates));
            if (kind == OptimizerKind.Adam) tensors.AddRange(Slices(state.Shape, "adam.m.", optimizer.FirstMoment));
            tensors.AddRange(Slices(state.Shape, SecondMoments(kind), optimizer.SecondMoment));
        }

        metadata.Add(Checksum.Key, Checksum.Of(metadata, tensors));
        AtomicFile.Write(path, new SafetensorsFile(metadata, tensors).Write);
    }

    /// <summary>Reads a model file and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The model as it was written.</returns>
    /// <exception cref="ModelException">It can't be read, is not a model file, or is damaged; the line says which and what to do.</exception>
    public static ModelState Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length == 0) throw new InvalidDataException("it is empty");
            return StateOf(SafetensorsFile.Read(stream));
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or FormatException or OverflowException or ModelException)
        {
            var reason = error is InvalidDataException ? error.Message : "its metadata is wrong";
            throw new ModelException($"{path} is not a model that can be used: {reason}; name one that gpujazz train wrote, or train again", error);
        }
        catch (Exception error) when (FileErrors.AreOfFiles(error) || error is ArgumentException)
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static ModelState StateOf(SafetensorsFile file)
    {
        string Metadata(string key) => file.Metadata.GetValueOrDefault(key) ?? throw new InvalidDataException($"its metadata has no {key}");
        int Number(string key) => int.Parse(Metadata(key), NumberStyles.None, CultureInfo.InvariantCulture);

        if (file.Metadata.GetValueOrDefault("format") != Format) throw new InvalidDataException("its metadata does not name the format gpujazz");
        var version = Metadata("format_version");
        if (version is not (PlainVersion or VersionWithoutChords or VersionWithoutParts or Version))
            throw new InvalidDataException($"it is of format version {version}, and this program reads up to version {Version}");
        var shape = new ModelShape(
            Number("hidden"),
            Number("vocabulary_size"),
            version == PlainVersion ? 1 : Number(Layers),
            version is Version or VersionWithoutParts ? Number(Chords) : 0,
            version == Version ? new ChordTable(Json.Read<int[][]>(Metadata(ChordParts))) : null);
        var settings = Json.Read<TrainingSettings>(Metadata("settings")).Validated();
        var kind = settings.Optimizer;
        var parts = !file.Metadata.ContainsKey(Updates(kind)) ? 1 : kind == OptimizerKind.Adam ? 3 : 2;
        if (file.Tensors.Count > parts * shape.Tensors.Count) throw new InvalidDataException("it has tensors that a model has not");
        var parameters = Gathered(shape, "", file);
        var optimizer = parts > 1
            ? new OptimizerState(
                kind == OptimizerKind.Adam ? Gathered(shape, "adam.m.", file) : [],
                Gathered(shape, SecondMoments(kind), file),
                long.Parse(Metadata(Updates(kind)), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
        if (Metadata(Checksum.Key) != Checksum.Of(file.Metadata, file.Tensors)) throw new InvalidDataException("it is damaged, as its checksum shows");

        var notes = file.Metadata.Where(pair => !OwnKeys.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        return new ModelState(shape, parameters, optimizer, Number("epoch"), settings, notes);
    }

    private static string VersionOf(ModelState state) =>
        state.Shape.ChordTable is not null ? Version : state.Shape.Chords > 0 ? VersionWithoutParts : IsPlain(state) ? PlainVersion : VersionWithoutChords;

    /// <summary>Whether version 1 has words for it all.</summary>
    private static bool IsPlain(ModelState state) =>
        state.Shape is { Layers: 1, Chords: 0 } && state.Settings is { Optimizer: OptimizerKind.Adam, Dropout: 0, ClipNorm: 0 };

    private static string Updates(OptimizerKind kind) => kind == OptimizerKind.Adam ? "adam_updates" : "rmsprop_updates";

    private static string SecondMoments(OptimizerKind kind) => kind == OptimizerKind.Adam ? "adam.v." : "rmsprop.v.";

    private static List<NamedTensor> Slices(ModelShape shape, string prefix, float[] flat)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(flat.Length, shape.ParameterCount);
        return [.. shape.Tensors.Select(tensor => new NamedTensor(prefix + tensor.Name, tensor.Shape, flat.AsMemory(tensor.Offset, tensor.Length)))];
    }

    /// <summary>The flat buffer of the tensors of some prefix. Memory is taken only once all are known to be there.</summary>
    private static float[] Gathered(ModelShape shape, string prefix, SafetensorsFile file)
    {
        var found = shape.Tensors.Select(tensor => Find(prefix + tensor.Name, tensor.Shape, file)).ToArray();
        var flat = new float[shape.ParameterCount];
        foreach (var (place, tensor) in shape.Tensors.Zip(found)) tensor.Values.Span.CopyTo(place.In(flat));
        return flat;
    }

    private static NamedTensor Find(string name, IReadOnlyList<int> shape, SafetensorsFile file)
    {
        var tensor = file.Tensors.FirstOrDefault(tensor => tensor.Name == name) ?? throw new InvalidDataException($"it has no tensor {name}");
        return tensor.Shape.SequenceEqual(shape)
            ? tensor
            : throw new InvalidDataException($"{name} is [{string.Join(',', tensor.Shape)}] where a model of its size has [{string.Join(',', shape)}]");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
