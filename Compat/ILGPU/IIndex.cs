namespace ILGPU;

/// <summary>An index, or the extent of a launch.</summary>
public interface IIndex
{
    /// <summary>How many elements an extent of this value has.</summary>
    long Size { get; }
}
