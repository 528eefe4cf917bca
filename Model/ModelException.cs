namespace GpuJazz.Model;

/// <summary>A model that can't be made, read or written. The message is one line, names the file or option, and says what to do.</summary>
public sealed class ModelException : Exception
{
    /// <summary>An error with its line.</summary>
    /// <param name="message">One line: what is wrong and what to do.</param>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its line and its cause.</summary>
    /// <param name="message">One line: what is wrong and what to do.</param>
    /// <param name="cause">What happened underneath.</param>
    public ModelException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
