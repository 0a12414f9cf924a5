using System.Management.Automation;
using BedrockPS.Completion;

namespace BedrockPS.Cmdlets;

/// <summary>Shows what arrived at a local endpoint, for the assertions of a test.</summary>
/// <remarks>
/// The newest 256 requests are kept, oldest first. BodyObject is the body as objects, Body its text; Outcome says how
/// the answer ended. Keys, tokens and signatures are not kept.
/// </remarks>
/// <example>
/// <code>(Get-BRLocalRequest Converse -Last 1).BodyObject.messages[0].content[0].text | Should -Be 'Hello'</code>
/// <para>Asserts, in a Pester test, what the script under test has asked.</para>
/// </example>
/// <example>
/// <code>Get-BRLocalRequest -ModelId *nova* | Group-Object Operation</code>
/// <para>Counts what Nova models were asked, by operation.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRLocalRequest")]
[OutputType(typeof(LocalRequest))]
public sealed class GetBRLocalRequestCommand : LocalEndpointCommandBase
{
    /// <summary>The operations to show, such as Converse; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Operation { get; set; }

    /// <summary>The models whose requests are shown, by id or ARN; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[]? ModelId { get; set; }

    /// <summary>How many of the newest are shown; all that are kept when absent.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    protected override void Process()
    {
        IEnumerable<LocalRequest> requests = Require(FindEndpoint).Requests
            .Where(request => IsOneOf(request.Operation, Operation) && IsOneOf(request.ModelId, ModelId));
        WriteObject(requests.TakeLast(Last), enumerateCollection: true);
    }

    private static bool IsOneOf(string? value, string[]? patterns) => patterns is null || Array.Exists(
        patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(value ?? ""));
}
