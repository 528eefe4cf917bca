using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>One unit of one sequence through the cell in one step, for every kernel that steps through a batch.</summary>
internal static class LstmStep
{
    /// <summary>Forward: from the gates' sums to gates, state and output.</summary>
    /// <param name="buffers">What is read and written: c of the step before; i f g o, c and h.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="t">The step.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="unit">The hidden unit.</param>
    /// <param name="sums">z of its four gates.</param>
    public static void Forward(LstmForwardBuffers buffers, LstmShape shape, int t, int sequence, int unit, UnitGates sums)
    {
        var row = t * shape.Sequences + sequence;
        var here = row * shape.Hidden + unit;
        var gates = sums.Activated();
        var previous = t > 0 ? buffers.Cells[here - shape.Sequences * shape.Hidden] : 0f;
        var state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, previous);
        gates.Store(buffers.Gates, row * shape.Gates, shape.Hidden, unit);
        buffers.Cells[here] = state;
        buffers.Hidden[here] = LstmCell.Output(gates.Output, state);
    }

    /// <summary>Backward: from the gradient by the output to dz, and to what the step before is handed.</summary>
    /// <param name="buffers">What is read and written: i f g o, c and dc·f of the step after; dz and dc·f.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="t">The step.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="unit">The hidden unit.</param>
    /// <param name="outputGradient">dh: of the layer above and of the step after together.</param>
    public static void Backward(LstmBackwardBuffers buffers, LstmShape shape, int t, int sequence, int unit, float outputGradient)
    {
        var row = t * shape.Sequences + sequence;
        var here = row * shape.Hidden + unit;
        var step = shape.Sequences * shape.Hidden;
        var fromAfter = t + 1 < shape.Steps ? buffers.CellGradients[here + step] : 0f;
        var previous = t > 0 ? buffers.Cells[here - step] : 0f;
        var gates = UnitGates.Load(buffers.Gates, row * shape.Gates, shape.Hidden, unit);
        var gradients = Gradients(gates, XMath.Tanh(buffers.Cells[here]), previous, outputGradient, fromAfter);
        gradients.Gates.Store(buffers.GateGradients, row * shape.Gates, shape.Hidden, unit);
        buffers.CellGradients[here] = gradients.ToBefore;
    }

    /// <summary>The gradients of one unit in one step.</summary>
    /// <param name="gates">i f g o.</param>
    /// <param name="output">tanh c.</param>
    /// <param name="previous">c of the step before.</param>
    /// <param name="outputGradient">dh: of the layer above and of the step after together.</param>
    /// <param name="fromAfter">dc·f of the step after.</param>
    /// <returns>dz, and dc·f.</returns>
    public static LstmStepGradients Gradients(UnitGates gates, float output, float previous, float outputGradient, float fromAfter)
    {
        var stateGradient = fromAfter + outputGradient * gates.Output * LstmCell.TanhSlope(output);
        return new(
            new UnitGates(
                stateGradient * gates.Candidate * LstmCell.LogisticSlope(gates.Input),
                stateGradient * previous * LstmCell.LogisticSlope(gates.Forget),
                stateGradient * gates.Input * LstmCell.TanhSlope(gates.Candidate),
                outputGradient * output * LstmCell.LogisticSlope(gates.Output)),
            stateGradient * gates.Forget);
    }
}

/// <summary>The gradients of one unit in one step.</summary>
/// <param name="Gates">dz of its four gates.</param>
/// <param name="ToBefore">dc·f, what the step before is handed.</param>
internal readonly record struct LstmStepGradients(UnitGates Gates, float ToBefore);
