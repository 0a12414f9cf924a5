using BedrockPS.Catalog;

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

    /// <summary>
    /// Calls a model, and, where the service does not take its own id, the inference profile that contains it.
    /// </summary>
    /// <param name="connection">The runtime.</param>
    /// <param name="modelId">The model as the caller named it.</param>
    /// <param name="call">Makes the call to where the route leads.</param>
    /// <param name="token">Ends the looking.</param>
    public static async Task<T> RoutedAsync<T>(
        BedrockConnection connection, string modelId, Func<ModelRoute, Task<T>> call, CancellationToken token)
    {
        ModelRoute route = new(modelId, modelId);
        if (connection.Options.Models is not { } router)
        {
            return await AboutAsync(modelId, () => call(route)).ConfigureAwait(false);
        }

        route = await router.RouteAsync(modelId, token).ConfigureAwait(false);
        try
        {
            return await AboutAsync(route.ModelId, () => call(route)).ConfigureAwait(false);
        }
        catch (BedrockException e) when (ModelRouter.MayKnowBetter(e, route))
        {
            ModelRoute? other = await router.RerouteAsync(e, route, token).ConfigureAwait(false);
            if (other is not { } better)
            {
                throw;
            }

            return await AboutAsync(better.ModelId, () => call(better)).ConfigureAwait(false);
        }
    }
}
