namespace BedrockPS.Recording;

/// <summary>The answer behind an exception: a file holds it whole, not only what was read out of it.</summary>
internal sealed class FailedAnswer
{
    private static readonly HttpRequestOptionsKey<FailedAnswer> Key = new("BedrockPS.FailedAnswer");

    /// <summary>The last answer that was no success.</summary>
    public RecordedAnswer? Answer { get; private set; }

    /// <summary>Has such an answer kept for the request.</summary>
    public static FailedAnswer Await(HttpRequestMessage request)
    {
        FailedAnswer failed = new();
        request.Options.Set(Key, failed);
        return failed;
    }

    /// <summary>Keeps the answer, where somebody waits for it.</summary>
    public static void Keep(HttpResponseMessage response, byte[] body)
    {
        if (response.RequestMessage?.Options.TryGetValue(Key, out FailedAnswer? failed) == true)
        {
            failed.Answer = AnswerHead.Read(response) with { Body = body };
        }
    }
}
