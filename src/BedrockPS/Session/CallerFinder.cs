using BedrockPS.Access;
using BedrockPS.Credentials;

namespace BedrockPS.Session;

/// <summary>Finds out who calls, and where; a failure is part of the answer.</summary>
/// <param name="plan">The plan of the call.</param>
/// <param name="wait">Waits on the pipeline thread.</param>
/// <param name="stop">Ends the asking.</param>
internal sealed class CallerFinder(
    ConnectionPlan plan, Func<Task<CallerIdentity>, CallerIdentity> wait, CancellationToken stop)
{
    private Caller _caller = new();

    public Caller Find()
    {
        try
        {
            (CredentialChoice? choice, Sourced<string>? region) = plan.FindCaller();
            _caller = new Caller { Region = region, ProfileName = choice?.Settings.ProfileName };
            _caller = _caller with { Credentials = Describe(choice) };
            if (choice is { ApiKey: null } && region is not null && MayAskSts(choice.Settings))
            {
                Task<CallerIdentity> asked =
                    plan.Session.Aws.GetCallerIdentityAsync(choice.Settings, region.Value, stop);
                _caller = _caller with { Identity = wait(asked) };
            }
        }
        catch (BedrockException failure)
        {
            _caller = _caller with { Failure = failure };
        }

        return _caller;
    }

    private string Describe(CredentialChoice? choice) => choice switch
    {
        null when plan.IsReplayed => "none: a recording answers",
        null => "none: the endpoint is on this machine",
        { ApiKey: { } key } => $"the API key of {key.Source}",
        _ => plan.Session.Aws.FindCredentials(choice.Settings)?.Source ?? "the role of this machine",
    };

    // Whoever calls an endpoint on this machine is not taken to AWS to be asked for a name.
    private bool MayAskSts(AwsSettings settings) =>
        !plan.Locate().Endpoint.IsLoopback
        || plan.Session.Aws.ReadConfiguration(settings, "sts").EndpointUrl is not null;
}
