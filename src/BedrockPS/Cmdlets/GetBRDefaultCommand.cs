using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Http;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Shows what a call of this session would use, and where each value comes from.</summary>
/// <remarks>
/// <para>Parameters, session defaults, the session of AWS.Tools, the environment and the profile are read as a call
/// would read them, and nothing is sent. .Sources says where each value comes from; what would keep a call from being
/// sent is in .Problems. No secret is shown.</para>
/// <para>Defaults belong to the runspace: another one, such as a parallel script block's, has its own.</para>
/// <para>See about_BedrockPS_Credentials.</para>
/// </remarks>
/// <example>
/// <code>Get-BRDefault</code>
/// <para>Shows model, region, credentials, endpoint and limits, and where they come from.</para>
/// </example>
/// <example>
/// <code>Get-BRDefault -ProfileName ops -Identity</code>
/// <para>Shows what the profile would do, and whom AWS takes it for.</para>
/// </example>
/// <example>
/// <code>(Get-BRDefault).Sources.Region</code>
/// <para>Says who set the region.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRDefault")]
[OutputType(typeof(EffectiveDefaults))]
public sealed class GetBRDefaultCommand : AwsCommandBase
{
    /// <summary>Asks AWS (STS) for the account and the user or role of the credentials.</summary>
    [Parameter]
    public SwitchParameter Identity { get; set; }

    private protected override string Service => EndpointAddress.Runtime;

    /// <inheritdoc/>
    protected override void End()
    {
        DefaultsReport report = new(Session, PlanFor(Service), PlanFor(EndpointAddress.ControlPlane));
        EffectiveDefaults found = report.Make(
            IsBound(nameof(TimeoutSec)) ? TimeSpan.FromSeconds(TimeoutSec) : null,
            IsBound(nameof(MaxAttempts)) ? MaxAttempts : null);
        WriteObject(Identity ? Identify(found, report) : found);
    }

    private EffectiveDefaults Identify(EffectiveDefaults found, DefaultsReport report)
    {
        try
        {
            CallerIdentity identity = Wait(Ask(found, report));
            return found with { AccountId = identity.AccountId, Arn = identity.Arn };
        }
        catch (BedrockException failure)
        {
            // The rest of the answer is good all the same.
            WriteFailure(failure, null);
            return found;
        }
    }

    private static string Reason(EffectiveDefaults found) =>
        (found.Problems.Count > 0 ? string.Join(' ', found.Problems) : found.Credentials ?? "nobody signs").TrimEnd('.');

    private Task<CallerIdentity> Ask(EffectiveDefaults found, DefaultsReport report)
    {
        if (report.Choice is not { ApiKey: null } choice || found.Region is null)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidCredentials,
                $"AWS cannot be asked who this is: {Reason(found)}.");
        }

        return Session.Aws.GetCallerIdentityAsync(choice.Settings, found.Region, StopToken);
    }
}
