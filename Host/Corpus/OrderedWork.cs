namespace GpuJazz.Host.Corpus;

/// <summary>The same work on many things, on all cores, with the results in the order of the things.</summary>
internal static class OrderedWork
{
    // Enough that a slow one does not leave the other cores without work, few enough that their results weigh nothing.
    private const int ThingsPerCore = 8;

    /// <summary>Does the work.</summary>
    /// <param name="things">The things; each is taken only when its turn is near.</param>
    /// <param name="work">The work on one; it may run at the same time as that on others.</param>
    /// <returns>
    /// The results, whose order does not depend on the number of cores. What work throws is thrown in its place. No more than a few
    /// results a core wait at any time.
    /// </returns>
    public static IEnumerable<TResult> Do<TThing, TResult>(IEnumerable<TThing> things, Func<TThing, TResult> work)
    {
        var most = ThingsPerCore * Environment.ProcessorCount;
        var running = new Queue<Task<TResult>>();
        foreach (var thing in things)
        {
            if (running.Count == most) yield return running.Dequeue().GetAwaiter().GetResult();
            running.Enqueue(Task.Run(() => work(thing)));
        }

        while (running.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }
}
