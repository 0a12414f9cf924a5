using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Usage;

namespace BedrockPS.Cmdlets;

/// <summary>Takes prices from a file, such as a newer table or the prices of a contract.</summary>
/// <remarks>
/// <para>A model that the file names is priced by the file alone; other models keep their prices. What is imported is
/// remembered for later sessions, in prices.json in the folder that BEDROCKPS_DATA_HOME names or else in the user's
/// own (~/.local/share/BedrockPS, or %LOCALAPPDATA%\BedrockPS). -SessionOnly does not remember it.</para>
/// <para>The file has the form of the module's own table: "format" ("BedrockPS.Prices/1"), "date", "currency" and
/// "models"; a model has its id, or an ARN such as that of an application inference profile, and "prices", each of a
/// million tokens: "input", "output", "cacheRead", "cacheWrite" by time to live, and where it holds: "geography",
/// "regions", "tier", "from", "until".</para>
/// </remarks>
/// <example>
/// <code>Import-BRPrice ./contract-prices.json</code>
/// <para>Prices this and later sessions by a table of one's own.</para>
/// </example>
/// <example>
/// <code>@{
///     format = 'BedrockPS.Prices/1'; date = '2026-11-01'; currency = 'USD'
///     models = @(@{ model = $profileArn; prices = @(@{ input = 3.3; output = 16.5 }) })
/// } | ConvertTo-Json -Depth 5 | Set-Content ./own.json
/// Import-BRPrice ./own.json -SessionOnly</code>
/// <para>Gives an application inference profile a price for this session.</para>
/// </example>
[Cmdlet(VerbsData.Import, "BRPrice", DefaultParameterSetName = FileSet, SupportsShouldProcess = true)]
[OutputType(typeof(ModelPrice))]
public sealed class ImportBRPriceCommand : BRCommandBase
{
    private const string FileSet = "File";
    private const string ResetSet = "Reset";

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = FileSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Takes the prices for this session, and does not remember them.</summary>
    [Parameter(ParameterSetName = FileSet)]
    public SwitchParameter SessionOnly { get; set; }

    /// <summary>Returns the prices that were imported.</summary>
    [Parameter(ParameterSetName = FileSet)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Forgets all imported prices, so that the module's own table stands alone.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResetSet)]
    public SwitchParameter Reset { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (ParameterSetName == ResetSet)
        {
            if (ShouldProcess(PriceShelf.RememberedPath, "Forget imported prices"))
            {
                Session.Prices.Reset();
            }

            return;
        }

        string path = new MediaPaths(SessionState.Path).ResolveNew(Path);
        if (ShouldProcess(path, SessionOnly ? "Import prices for this session" : "Import prices"))
        {
            Import(path);
        }
    }

    private void Import(string path)
    {
        IReadOnlyList<string> models = SessionOnly ? Session.Prices.Add(path) : Session.Prices.Remember(path);
        WriteVerbose($"{models.Count} model(s) are priced by '{path}': {string.Join(", ", models)}.");
        if (PassThru)
        {
            PriceBook book = Session.Prices.Book;
            WriteObject(models.SelectMany(model => new PriceListing().Of(book, model)), enumerateCollection: true);
        }
    }
}
