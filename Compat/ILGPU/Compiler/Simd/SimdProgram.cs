namespace ILGPU.Compiler.Simd;

/// <summary>Runs one group, or one range of work-items, in a frame.</summary>
internal unsafe delegate void GroupBody(byte* frame);

/// <summary>A kernel compiled for the CPU.</summary>
/// <param name="Body">Runs a group.</param>
/// <param name="Parameters">What the arguments in the frame are, in order.</param>
/// <param name="FrameBytes">The size of a frame without dynamic memory of the group.</param>
/// <param name="Lanes">The lanes of a vector; 1 where work-items run one by one.</param>
/// <param name="Together">The most work-items of a row that are run together.</param>
/// <param name="Listing">Writes what was made, readable.</param>
internal sealed record SimdProgram(GroupBody Body, IReadOnlyList<FlatParameter> Parameters, int FrameBytes, int Lanes, int Together, Func<string> Listing);
