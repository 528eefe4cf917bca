namespace GpuJazz.Music;

/// <summary>Music that can't be read or written. The message is one line, names the file or value, and says what to do.</summary>
public sealed class MusicException : Exception
{
    /// <summary>An error with its line.</summary>
    /// <param name="message">One line: what is wrong and what to do.</param>
    public MusicException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its line and its cause.</summary>
    /// <param name="message">One line: what is wrong and what to do.</param>
    /// <param name="cause">What happened underneath.</param>
    public MusicException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
