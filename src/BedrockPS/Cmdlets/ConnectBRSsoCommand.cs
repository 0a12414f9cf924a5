using System.Management.Automation;
using BedrockPS.Access;
using BedrockPS.Completion;
using BedrockPS.Session;

namespace BedrockPS.Cmdlets;

/// <summary>Signs in to IAM Identity Center (AWS SSO) for a profile, as 'aws sso login' does.</summary>
/// <remarks>
/// It shows a page and a code, opens the page in the browser, and waits until the code has been confirmed there; the
/// page can be opened on another machine too. The token is kept in the file that the AWS CLI and the SDKs read, so they
/// are signed in as well. As long as a sign-in is in force, or can be renewed without a person, nothing is asked.
/// </remarks>
/// <example>
/// <code>Connect-BRSso -ProfileName ops
/// Invoke-BRConverse 'Hello' -ProfileName ops</code>
/// <para>Signs in, and asks a model with the role of the profile.</para>
/// </example>
/// <example>
/// <code>Connect-BRSso ops -NoBrowser</code>
/// <para>Shows the page and the code only, to be used on another machine.</para>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "BRSso")]
[OutputType(typeof(SsoToken))]
public sealed class ConnectBRSsoCommand : BRCommandBase
{
    private bool _wasShown;

    /// <summary>
    /// The profile of the shared AWS configuration, one with an sso_session or an sso_start_url; otherwise the
    /// session's, AWS_PROFILE's or the default one.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The shared credentials file to read the profile from, instead of the default one.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>Shows where to sign in, and opens no browser.</summary>
    [Parameter]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Signs in anew, though a sign-in is in force: as somebody else, or after it was revoked.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ProfileName ?? Defaults.ProfileName;

    /// <inheritdoc/>
    protected override void End()
    {
        SsoToken token = Require(SignIn);
        if (!_wasShown)
        {
            string until = $"{token.Expires.LocalDateTime:g}";
            WriteToHost($"Signed in to {token.SessionName} already, until {until}; -Force signs in anew.", true);
        }

        WriteObject(token);
    }

    private SsoToken SignIn() => Wait(Session.Aws.SignInAsync(
        new SsoSignIn(
            ProfileName ?? Defaults.ProfileName,
            FullPath(ProfileLocation) ?? Defaults.ProfileLocation,
            HostInteraction.IsInteractive(Host) ? code => Post(() => Show(code)) : null,
            Force),
        StopToken));

    private void Show(SsoDeviceCode code)
    {
        _wasShown = true;
        WriteToHost(
            $"To sign in, open this page and confirm the code {code.UserCode} before {code.Expires.LocalDateTime:t}:",
            endsLine: true);
        WriteToHost(code.CompleteUrl.AbsoluteUri, endsLine: true);
        if (!NoBrowser && !Browser.TryOpen(code.CompleteUrl))
        {
            WriteVerbose("There is no browser on this screen: open the page on any machine.");
        }
    }
}
