namespace BedrockPS.Http;

/// <summary>Bounds the retries at an endpoint: while it is down, a session must not multiply the load.</summary>
/// <remarks>
/// The numbers are those of the AWS SDKs' standard retry mode: 500 to spend, 5 for a retry, 10 after a timeout; a
/// success gives back what its last retry cost, or 1.
/// </remarks>
internal sealed class RetryQuota
{
    private const int Capacity = 500;
    private const int RetryCost = 5;
    private const int TimeoutCost = 10;
    private const int SuccessGain = 1;

    private int _left = Capacity;

    /// <summary>Takes the price of a retry; false where the quota is used up.</summary>
    /// <param name="failure">What is to be tried again.</param>
    /// <param name="cost">The price, to be given back on success.</param>
    public bool TryTake(BedrockException failure, out int cost)
    {
        bool isTimeout = failure.ErrorCode is ErrorCodes.ModelTimeout or ClientErrorCode.ConnectionFailed;
        cost = isTimeout ? TimeoutCost : RetryCost;
        if (Interlocked.Add(ref _left, -cost) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, cost);
        return false;
    }

    /// <summary>Notes a success, after a retry of that price or after none.</summary>
    public void Return(int cost)
    {
        int gain = cost == 0 ? SuccessGain : cost;
        int left = Volatile.Read(ref _left);
        while (left < Capacity)
        {
            int seen = Interlocked.CompareExchange(ref _left, Math.Min(Capacity, left + gain), left);
            if (seen == left)
            {
                return;
            }

            left = seen;
        }
    }
}
