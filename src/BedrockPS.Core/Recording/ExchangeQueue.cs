namespace BedrockPS.Recording;

/// <summary>Calls under way and done: whichever ends first, they leave in the order in which they began.</summary>
internal sealed class ExchangeQueue
{
    private readonly object _gate = new();
    private readonly Queue<Slot> _slots = new();
    private bool _isEnded;

    public Slot Begin(RecordedRequest request)
    {
        Slot slot = new(request);
        lock (_gate)
        {
            if (!_isEnded)
            {
                _slots.Enqueue(slot);
            }
        }

        return slot;
    }

    /// <summary>Takes the outcome of a call; the first one stands.</summary>
    /// <param name="slot">The call's place.</param>
    /// <param name="answer">The outcome; null where there is nothing to record of it.</param>
    public void Settle(Slot slot, RecordedAnswer? answer)
    {
        lock (_gate)
        {
            slot.Settle(answer);
        }
    }

    /// <summary>Forgets the calls that are still under way; what is done no longer waits for them.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            foreach (Slot slot in _slots)
            {
                slot.Settle(null);
            }
        }
    }

    /// <summary>
    /// Hands over what is done. What cannot be taken for a reason that will not pass is dropped; anything else stays.
    /// </summary>
    /// <returns>The first of the reasons; null where there was none.</returns>
    public BedrockException? Drain(Action<RecordedExchange> take)
    {
        BedrockException? failure = null;
        lock (_gate)
        {
            while (_slots.TryPeek(out Slot? slot) && slot.IsSettled)
            {
                BedrockException? reason = TryTake(slot, take);
                failure ??= reason;
                _slots.Dequeue();
            }
        }

        return failure;
    }

    private static BedrockException? TryTake(Slot slot, Action<RecordedExchange> take)
    {
        try
        {
            if (slot.Answer is { } answer)
            {
                take(new RecordedExchange(slot.Request, answer));
            }

            return null;
        }
        catch (BedrockException e)
        {
            return e;
        }
    }

    /// <summary>The place of a call.</summary>
    internal sealed class Slot(RecordedRequest request)
    {
        public RecordedRequest Request => request;

        public RecordedAnswer? Answer { get; private set; }

        public bool IsSettled { get; private set; }

        public void Settle(RecordedAnswer? answer)
        {
            Answer = IsSettled ? Answer : answer;
            IsSettled = true;
        }
    }
}
