using GpuJazz.Kernels;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Host.Benchmarking;

/// <summary>What was measured at one size: an update, and the same model's solos. All of it was verified before.</summary>
/// <param name="Shape">m, T, H and V.</param>
/// <param name="Verification">How well loss and gradient agree with plain loops.</param>
/// <param name="Update">One training update.</param>
/// <param name="Solos">One solo, then many.</param>
internal sealed record Measurement(
    LstmShape Shape, UpdateVerification Verification, Timing Update, IReadOnlyList<SolosMeasurement> Solos);

/// <summary>Solos of one size.</summary>
/// <param name="Count">How many at once.</param>
/// <param name="Notes">How many notes each has.</param>
/// <param name="IsArgmax">Whether the likeliest note is taken each time; if not, notes are drawn.</param>
/// <param name="Error">How far the notes are from those of plain loops.</param>
/// <param name="Operations">The floating-point operations of them all.</param>
/// <param name="Timing">How long they take together.</param>
internal sealed record SolosMeasurement(int Count, int Notes, bool IsArgmax, double Error, double Operations, Timing Timing);

/// <summary>All that <c>gpujazz bench</c> found.</summary>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Date">When, as 2026-01-31.</param>
/// <param name="Precision">Of the updates.</param>
/// <param name="Peak">Floating-point operations a second of multiply-adds alone.</param>
/// <param name="Sizes">Each size.</param>
internal sealed record BenchResult(string Machine, string Date, Precision Precision, double Peak, IReadOnlyList<Measurement> Sizes);
