namespace ILGPU.Compiler;

/// <summary>The order in which a graph is walked.</summary>
internal static class Order
{
    /// <summary>What can be reached from a node, each node after those that lead to it but for loops.</summary>
    public static List<T> ReversePostorder<T>(T entry, Func<T, IReadOnlyList<T>> successors)
        where T : class
    {
        var order = new List<T>();
        var seen = new HashSet<T> { entry };
        var open = new Stack<(T Node, int Next)>([(entry, 0)]);
        while (open.TryPop(out var top))
        {
            // The last successor first: then the first one stands first in the result.
            var next = successors(top.Node);
            int index = next.Count - 1 - top.Next;
            if (index < 0)
            {
                order.Add(top.Node);
                continue;
            }

            open.Push((top.Node, top.Next + 1));
            if (seen.Add(next[index])) open.Push((next[index], 0));
        }

        order.Reverse();
        return order;
    }
}
