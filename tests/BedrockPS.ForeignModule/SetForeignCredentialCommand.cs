using System.Management.Automation;
using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Stores credentials for the session where Set-AWSCredential does.</summary>
[Cmdlet(VerbsCommon.Set, "ForeignCredential")]
public sealed class SetForeignCredentialCommand : PSCmdlet
{
    /// <summary>The secret key.</summary>
    [Parameter(Mandatory = true)]
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>The access keys, one for each time that they are asked for; the last one stays.</summary>
    [Parameter(Mandatory = true)]
    public string[] AccessKey { get; set; } = [];

    /// <summary>Returns what it stores, and the credentials within.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        AWSCredentials credentials = new RotatingCredentials(SecretKey, AccessKey);
        AWSPSCredentials stored = new(credentials);
        SessionState.PSVariable.Set("global:StoredAWSCredentials", stored);
        if (PassThru)
        {
            WriteObject(stored);
            WriteObject(credentials);
        }
    }
}
