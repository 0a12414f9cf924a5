using System.Management.Automation;
using System.Runtime.CompilerServices;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Http;

namespace BedrockPS.Cmdlets;

/// <summary>Lists the inference profiles that can be called from a region, or gets one.</summary>
/// <remarks>
/// A profile stands for a model in several regions (.Geography, .Regions), or tells an account's own calls apart. Its
/// .ModelId is what to call: an inference cmdlet takes it from the pipeline. Pages are read as they are needed.
/// </remarks>
/// <example>
/// <code>Get-BRInferenceProfile -FoundationModelId *sonnet* | Format-Table ModelId, Geography, Regions</code>
/// <para>Shows through which profiles some models can be called, and where such calls may be processed.</para>
/// </example>
/// <example>
/// <code>Get-BRInferenceProfile eu.amazon.nova-lite-v1:0 | Invoke-BRConverse 'Hello'</code>
/// <para>Calls a model through a profile.</para>
/// </example>
/// <example>
/// <code>Get-BRInferenceProfile -Type APPLICATION</code>
/// <para>Shows the profiles that the account has made.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRInferenceProfile")]
[OutputType(typeof(InferenceProfile))]
public sealed class GetBRInferenceProfileCommand : CatalogCommandBase
{
    /// <summary>The ids, ARNs or names to return; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("InferenceProfileArn")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InferenceProfileCompleter))]
    public string[]? InferenceProfileId { get; set; }

    /// <summary>Only profiles that contain one of these models, by id; wildcards are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ModelId")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelIdCompleter))]
    public string[]? FoundationModelId { get; set; }

    /// <summary>Only profiles of this type: SYSTEM_DEFINED, which AWS made, or APPLICATION.</summary>
    [Parameter]
    [Alias("TypeEquals")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string? Type { get; set; }

    /// <summary>Only profiles whose calls are processed in one of these, such as eu or global.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string[]? Geography { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => InferenceProfileId;

    /// <inheritdoc/>
    protected override void Process() => WriteFound(InferenceProfileId, new CatalogKind<InferenceProfile>
    {
        Noun = "inference profile",
        List = ListAsync,
        Get = (connection, id, token) => connection.GetInferenceProfileAsync(id, token),
        NamesOf = profile => [profile.InferenceProfileId, profile.InferenceProfileArn, profile.Name],
        Keeps = IsWanted,
        Remember = Remember,
    });

    // The service lists one type at a time.
    private async IAsyncEnumerable<InferenceProfile> ListAsync(
        BedrockConnection connection, [EnumeratorCancellation] CancellationToken token)
    {
        string[] types = Type is null ? [InferenceProfileType.SystemDefined, InferenceProfileType.Application] : [Type];
        foreach (string type in types)
        {
            await foreach (InferenceProfile profile in connection.ListInferenceProfilesAsync(type, token)
                .ConfigureAwait(false))
            {
                yield return profile;
            }
        }
    }

    private void Remember(IReadOnlyList<InferenceProfile> all) =>
        Catalog.Keep(all, isWhole: Type is null or InferenceProfileType.SystemDefined);

    private bool IsWanted(InferenceProfile profile) =>
        (Type is null || profile.Type == Type)
        && (Geography is null || Geography.Contains(profile.Geography, StringComparer.OrdinalIgnoreCase))
        && (FoundationModelId is null
            || Array.Exists(FoundationModelId, pattern => IsLike(profile.FoundationModelId, pattern)));
}
