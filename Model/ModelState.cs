namespace GpuJazz.Model;

/// <summary>What an optimiser remembers between updates.</summary>
/// <param name="FirstMoment">Adam's m, [ParameterCount], laid out as the parameters; empty for RMSprop.</param>
/// <param name="SecondMoment">Adam's v or RMSprop's mean square, [ParameterCount], laid out as the parameters.</param>
/// <param name="Updates">How many updates have been done.</param>
public sealed record OptimizerState(float[] FirstMoment, float[] SecondMoment, long Updates);

/// <summary>A model at some point of its training: all that is needed to improvise and, with the optimiser's state, to go on.</summary>
/// <param name="Shape">The model's sizes.</param>
/// <param name="Parameters">The flat buffer, [ParameterCount].</param>
/// <param name="Optimizer">The optimiser's state, or null where only improvising is wanted.</param>
/// <param name="Epoch">How many epochs have been done.</param>
/// <param name="Settings">How it is trained.</param>
/// <param name="Notes">Texts by name that the model does not read, such as what its tokens mean.</param>
public sealed record ModelState(
    ModelShape Shape,
    float[] Parameters,
    OptimizerState? Optimizer,
    int Epoch,
    TrainingSettings Settings,
    IReadOnlyDictionary<string, string> Notes);
