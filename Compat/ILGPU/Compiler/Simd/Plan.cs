namespace ILGPU.Compiler.Simd;

/// <summary>All that is known of a kernel when code is emitted for it.</summary>
internal sealed record Plan(
    Function Function,
    ControlFlow Flow,
    Paths Paths,
    Levels Levels,
    Shapes Shapes,
    Spaces Spaces,
    IReadOnlyList<GroupStep> Steps,
    Residence Residence,
    Frame Frame,
    GroupGeometry Geometry,
    LaneMachine? Machine,
    LaneRules? Rules,
    Trees Trees);
