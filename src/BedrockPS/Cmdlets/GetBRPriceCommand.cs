using System.Management.Automation;
using BedrockPS.Catalog;
using BedrockPS.Completion;
using BedrockPS.Http;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Shows what models cost: a million tokens each, from the price table.</summary>
/// <remarks>
/// <para>Without -Region it lists the prices of all regions that have their own. A profile or an ARN gets the prices
/// that hold for it: the geography of a profile may have its own. Prices that are over, or not in force yet, are shown
/// by -All.</para>
/// <para>Public tables disagree, and no table knows a discount: each price names its source, and .Disputed what others
/// say. Import-BRPrice brings a newer or a private table.</para>
/// </remarks>
/// <example>
/// <code>Get-BRPrice us.anthropic.claude-sonnet-4-5-20250929-v1:0</code>
/// <para>Shows what a call through this profile costs.</para>
/// </example>
/// <example>
/// <code>Get-BRPrice *nova* -Region eu-central-1 | Sort-Object Output</code>
/// <para>Compares a family's prices in one region.</para>
/// </example>
/// <example>
/// <code>Get-BRPrice -Tier batch | Where-Object { $_.Output -lt 1 }</code>
/// <para>Finds what is cheap in a batch.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "BRPrice")]
[OutputType(typeof(ModelPrice))]
public sealed class GetBRPriceCommand : BRCommandBase
{
    /// <summary>The models: ids with wildcards, profile ids, or ARNs; all when absent.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PricedModelCompleter))]
    public string[] ModelId { get; set; } = ["*"];

    /// <summary>Only the prices that hold for calls to this region.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The service tier: default, priority, flex or batch; wildcards are allowed.</summary>
    [Parameter]
    [PSDefaultValue(Value = "default")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceWordCompleter))]
    public string Tier { get; set; } = "default";

    /// <summary>Shows prices that are over or not in force yet, too.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => ModelId;

    /// <inheritdoc/>
    protected override void Process()
    {
        PriceBook book = Require(() => Session.Prices.Book);
        WildcardPattern tier = WildcardPattern.Get(Tier, WildcardOptions.IgnoreCase);
        PriceListing listing = new()
        {
            Region = Region,
            Tier = tier.IsMatch,
            Day = All ? null : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
        foreach (string pattern in ModelId)
        {
            Write(book, listing, pattern);
        }
    }

    private void Write(PriceBook book, PriceListing listing, string pattern)
    {
        if (WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            WildcardPattern wildcard = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
            IEnumerable<string> ids = PriceListing.ModelIds(book).Where(wildcard.IsMatch);
            WriteObject(ids.SelectMany(id => listing.Of(book, id)), enumerateCollection: true);
            return;
        }

        ModelPrice[] prices = [.. listing.Of(book, pattern)];
        WriteObject(prices, enumerateCollection: true);
        if (prices.Length == 0)
        {
            string message = book.Knows(pattern)
                ? $"'{pattern}' has no price at the tier '{Tier}' that holds today in {Region ?? "any region"}."
                : UnknownPrice.Explain(ModelIdentifier.Parse(pattern), book.Date);
            WriteFailure(new BedrockException(ClientErrorCode.PriceUnknown, message), pattern);
        }
    }
}
