namespace GpuJazz.Host.Improvising;

/// <summary>The primer that is asked for.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Trade">How many bars of it and of the solo follow each other in turn; null for all of it, then the solo.</param>
internal sealed record PrimerRequest(string Path, int? Trade);
