using BedrockPS.Catalog;
using BedrockPS.Diagnosis;
using BedrockPS.Http;

namespace BedrockPS.Errors;

/// <summary>
/// Says what to do about a failure, and asks the control plane where its answer is the cure: which inference profile
/// to call, or which models a profile routes to.
/// </summary>
/// <param name="readFacts">What is known without asking.</param>
/// <param name="connect">Connects to the control plane; null where it is not to be asked.</param>
/// <param name="wait">Waits on the pipeline thread.</param>
/// <param name="stop">Ends the asking when the pipeline is stopped.</param>
internal sealed class ErrorAdvisor(
    Func<AdviceFacts> readFacts,
    Func<CallOptions, BedrockConnection?> connect,
    Func<Task<AdviceFacts>, AdviceFacts> wait,
    CancellationToken stop)
{
    // The failure is known already: its report is not held up for long.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, AdviceFacts> _found = [];

    public string For(BedrockException failure) => RecommendedActions.For(failure, FactsOf(failure));

    private AdviceFacts FactsOf(BedrockException failure)
    {
        AdviceFacts facts = readFacts();
        if (stop.IsCancellationRequested
            || failure.ModelId is not { } model
            || QuestionOf(failure, model) is not { } ask)
        {
            return facts;
        }

        // One question for each model, whatever came of it: a pipeline of a thousand does not ask a thousand times.
        string key = $"{failure.ErrorCode} {model}";
        if (!_found.TryGetValue(key, out AdviceFacts? found))
        {
            found = Ask(ask, facts) ?? facts;
            _found.Add(key, found);
        }

        return found;
    }

    private delegate Task<AdviceFacts> Question(
        BedrockConnection connection, AdviceFacts facts, CancellationToken token);

    private static Question? QuestionOf(BedrockException failure, string modelId)
    {
        ModelIdentifier model = ModelIdentifier.Parse(modelId);
        if (failure.Resolution is null && RecommendedActions.NeedsProfile(failure)
            && model.FoundationModelId is { } id)
        {
            return async (connection, facts, token) => facts with
            {
                Callable = ProfileOrder.Callable(
                    await connection.ListInferenceProfilesAsync(InferenceProfileType.SystemDefined, token)
                        .ReadAllAsync().ConfigureAwait(false),
                    id,
                    facts.Region),
            };
        }

        return failure.ErrorCode == ErrorCodes.AccessDenied && model.IsProfile
            ? async (connection, facts, token) => facts with
            {
                Called = await connection.GetInferenceProfileAsync(modelId, token).ConfigureAwait(false),
            }
            : null;
    }

    // Whatever goes wrong here, the failure that is being reported stays the news.
    private AdviceFacts? Ask(Question ask, AdviceFacts facts)
    {
        try
        {
            using BedrockConnection? connection = connect(new CallOptions { Timeout = Limit, MaxAttempts = 1 });
            if (connection is null)
            {
                return null;
            }

            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(Limit);
            return wait(ask(connection, facts, limit.Token));
        }
        catch (Exception e) when (e is BedrockException or OperationCanceledException)
        {
            return null;
        }
    }
}
