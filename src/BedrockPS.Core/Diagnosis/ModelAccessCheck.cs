using BedrockPS.Catalog;
using BedrockPS.Converse;
using BedrockPS.Http;
using BedrockPS.Iam;

namespace BedrockPS.Diagnosis;

/// <summary>Finds out whether a model can be called, and what stands against it.</summary>
public sealed class ModelAccessCheck
{
    private const int TrialTokens = 16;

    private readonly ModelIdentifier _called;
    private readonly List<ModelAccessFinding> _findings = [];
    private readonly CatalogReads _reads = new();
    private readonly KnownProfiles _known;
    private AdviceFacts _facts;
    private FoundationModel? _model;

    /// <summary>Begins with what is known without asking.</summary>
    /// <param name="access">What was asked about, who asks and where; the check fills in the rest.</param>
    /// <param name="facts">What is known for advice.</param>
    /// <param name="known">The region's profiles, which the checks of several models share.</param>
    public ModelAccessCheck(ModelAccess access, AdviceFacts facts, KnownProfiles? known = null)
    {
        (Access, _facts, _known) = (access, facts, known ?? new KnownProfiles());
        _called = ModelIdentifier.Parse(access.ModelId);
    }

    /// <summary>What was found so far.</summary>
    public ModelAccess Access { get; }

    /// <summary>Whether there is somebody to call at all: not where the credentials have failed.</summary>
    public bool MayCall { get; private set; } = true;

    private CatalogFindings Finder => new(_called, _facts);

    /// <summary>Notes what went wrong before the service could be asked.</summary>
    public void Note(BedrockException failure) =>
        Add([Of(failure, AccessFailure.IsAboutCredentials(failure))]);

    /// <summary>Notes something that is worth knowing and does not stand against a call.</summary>
    public void Note(string cause, string fix) => Add([new ModelAccessFinding { Cause = cause, Fix = fix }]);

    /// <summary>Asks the control plane: it says what the account may have, not what the caller may do.</summary>
    public async Task<ModelAccess> ReadAsync(BedrockConnection controlPlane, CancellationToken token)
    {
        Add(Finder.OfRegion());
        bool isInCatalog = _called.IsProfile || _called.FoundationModelId is not null || _called.Kind == ModelKind.Name;
        if (isInCatalog)
        {
            await ReadCatalogAsync(controlPlane, token).ConfigureAwait(false);
            NoteReads();
        }
        else
        {
            Note($"There is nothing to read about a {_called.Kind}.", "-Invoke tries it.");
        }

        return Access;
    }

    /// <summary>Makes one small call.</summary>
    public async Task<ModelAccess> InvokeAsync(BedrockConnection runtime, CancellationToken token)
    {
        if (_model?.OutputModalities is { } writes && !writes.Contains("TEXT"))
        {
            Note($"It writes {string.Join(", ", writes)}, so it was not called.", "Invoke-BRModel calls it.");
            return Access;
        }

        long startedAt = runtime.Options.Clock.GetTimestamp();
        ModelAccessTrial trial = new();
        try
        {
            ConverseResponse answer = await runtime.ConverseAsync(Question(), token).ConfigureAwait(false);
            (trial.Succeeded, trial.RequestId) = (true, answer.RequestId);
        }
        catch (BedrockException e)
        {
            (trial.ErrorCode, trial.Message, trial.RequestId) = (e.ErrorCode, e.Message, e.RequestId);
            NoteTrial(e);
        }

        trial.LatencyMs = (long)runtime.Options.Clock.GetElapsedTime(startedAt).TotalMilliseconds;
        Access.Trial = trial;
        Add([]);
        return Access;
    }

    private async Task ReadCatalogAsync(BedrockConnection connection, CancellationToken token)
    {
        (InferenceProfile? profile, bool isMissing) = await ReadProfileAsync(connection, token).ConfigureAwait(false);
        _facts = _facts with { Called = profile };
        string? modelId = profile?.Models?.FirstOrDefault()?.ModelId ?? _called.FoundationModelId;
        if (modelId is null)
        {
            Add(isMissing ? Finder.OfMissingModel([]) : []);
            return;
        }

        Access.FoundationModelId = modelId;
        await ReadCallableAsync(connection, modelId, token).ConfigureAwait(false);
        Add(isMissing ? Finder.OfMissingProfile(NearestIds.Find(_called.Name, _known.Ids)) : []);
        if (await ReadModelAsync(connection, modelId, token).ConfigureAwait(false))
        {
            await ReadAvailabilityAsync(connection, modelId, token).ConfigureAwait(false);
        }
    }

    private async Task<(InferenceProfile? Profile, bool IsMissing)> ReadProfileAsync(
        BedrockConnection connection, CancellationToken token) =>
        _called.IsProfile || _called.Kind == ModelKind.Name
            ? await _reads.TryAsync(
                IamAction.GetProfile,
                () => connection.GetInferenceProfileAsync(_called.Text, token)).ConfigureAwait(false)
            : (null, false);

    private async Task ReadCallableAsync(BedrockConnection connection, string modelId, CancellationToken token)
    {
        (IReadOnlyList<InferenceProfile>? all, _) = await _reads.TryAsync(
            IamAction.ListProfiles, () => _known.ReadAsync(connection, token)).ConfigureAwait(false);
        IReadOnlyList<InferenceProfile> callable = ProfileOrder.Callable(
            all ?? [], modelId, _facts.Region, _facts.Geographies);
        _facts = _facts with { Callable = callable };
        Access.Profiles = [.. callable.Select(profile => profile.InferenceProfileId)];
    }

    // False where the region has no such model: there is nothing more to ask about it.
    private async Task<bool> ReadModelAsync(BedrockConnection connection, string modelId, CancellationToken token)
    {
        (_model, bool isMissing) = await _reads.TryAsync(
            IamAction.GetModel, () => connection.GetFoundationModelAsync(modelId, token)).ConfigureAwait(false);
        if (_model is not null)
        {
            Access.Lifecycle = _model.Lifecycle;
            Access.InferenceTypes = _model.InferenceTypes ?? [];
            Add(Finder.OfModel(_model));
            Add(CatalogFindings.OfLifecycle(_model, connection.Options.Clock.GetUtcNow()));
        }
        else if (isMissing && !_called.IsProfile)
        {
            (IReadOnlyList<FoundationModel>? models, _) = await _reads.TryAsync(
                IamAction.ListModels,
                () => connection.ListFoundationModelsAsync(null, token)).ConfigureAwait(false);
            IEnumerable<string> ids = (models ?? []).Select(model => model.ModelId).Concat(_known.Ids);
            Add(Finder.OfMissingModel(NearestIds.Find(modelId, ids)));
        }

        return !isMissing;
    }

    private async Task ReadAvailabilityAsync(BedrockConnection connection, string modelId, CancellationToken token)
    {
        (FoundationModelAvailability? availability, _) = await _reads.TryAsync(
            IamAction.GetAvailability,
            () => connection.GetFoundationModelAvailabilityAsync(modelId, token)).ConfigureAwait(false);
        Access.Availability = availability;
        Add(availability is null ? [] : Finder.OfAvailability(availability));
    }

    private void NoteReads()
    {
        Add(_reads.Failures.Select(failure => Of(failure, AccessFailure.IsAboutCredentials(failure))));
        if (_reads.Denied.Count > 0)
        {
            string denied = string.Join(", ", _reads.Denied);
            Note(
                $"Not all could be read: {denied} is denied to this identity.",
                $"Allow it: New-BRIamPolicy -ModelId {_called} -List writes the policy. A call may succeed all the "
                + "same.");
        }
    }

    // What the records say of the cause already is not said twice.
    private void NoteTrial(BedrockException failure)
    {
        if (!_findings.Exists(finding => finding.IsBlocking))
        {
            Add([Of(failure, AccessFailure.Blocks(failure))]);
        }
    }

    private ModelAccessFinding Of(BedrockException failure, bool isBlocking)
    {
        MayCall &= !AccessFailure.IsAboutCredentials(failure);
        return new ModelAccessFinding
        {
            Cause = $"{failure.ErrorCode}: {failure.Message}",
            Fix = RecommendedActions.For(failure, _facts),
            IsBlocking = isBlocking,
        };
    }

    private void Add(IEnumerable<ModelAccessFinding> found)
    {
        _findings.AddRange(found.Where(one => !_findings.Exists(known => known.Cause == one.Cause)));
        Access.Findings = [.. _findings];
        Access.CanInvoke = Access.Trial is { Succeeded: true } ? true
            : _findings.Exists(finding => finding.IsBlocking) ? false
            : null;
    }

    private ConverseRequest Question() => new()
    {
        ModelId = _called.Text,
        Messages = [new Message(MessageRole.User, "Say yes.")],
        InferenceConfig = new InferenceConfiguration { MaxTokens = TrialTokens },
    };
}
