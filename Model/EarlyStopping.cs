namespace GpuJazz.Model;

/// <summary>Watches the loss of what is not learned: the best epoch, and whether there has been none better for long.</summary>
/// <param name="patience">How many epochs may pass without a better one; at least 1.</param>
public sealed class EarlyStopping(int patience)
{
    private int latest;

    /// <summary>The epoch with the lowest held-out loss, the first of equals; null before any.</summary>
    public EpochMetrics? Best { get; private set; }

    /// <summary>Whether training is to stop.</summary>
    public bool IsOver => Best is not null && latest - Best.Epoch >= patience;

    /// <summary>Adds an epoch. Those of a run that goes on are added again, in order.</summary>
    /// <param name="epoch">The epoch; without a held-out loss it changes nothing, and one that is no number is never the best.</param>
    /// <returns>Whether it is the best so far.</returns>
    public bool Add(EpochMetrics epoch)
    {
        if (epoch.HeldOutLoss is not { } loss) return false;
        latest = epoch.Epoch;
        if (double.IsNaN(loss) || loss >= Best?.HeldOutLoss) return false;
        Best = epoch;
        return true;
    }
}
