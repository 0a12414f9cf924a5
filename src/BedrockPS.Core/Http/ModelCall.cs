namespace BedrockPS.Http;

/// <summary>A call that is about a model.</summary>
internal static class ModelCall
{
    /// <summary>Makes the call; where it fails, the failure names the model.</summary>
    public static async Task<T> AboutAsync<T>(string modelId, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (BedrockException e)
        {
            e.ModelId = modelId;
            throw;
        }
    }
}
