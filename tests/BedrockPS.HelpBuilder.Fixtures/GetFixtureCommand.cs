using System.Collections;
using System.Management.Automation;

namespace BedrockPS.HelpBuilder.Fixtures;

/// <summary>Gets fixtures by <c>name</c> or by id; see
/// <see cref="SetFixtureCommand"/>.</summary>
/// <remarks>
/// <para>A name may hold wildcards; <see langword="null"/> stands for all.
/// <see cref="FixtureCommandBase{T}.Region"/> and <see cref="Name"/> go together,
/// and <see cref="FixtureReply.Text"/> is what comes back.</para>
/// <list type="bullet">
/// <item>First <b>point</b>.</item>
/// <item><term>Second</term><description>with a term.</description></item>
/// </list>
/// <list type="number"><item><description>Ask.</description></item><item>Wait.</item></list>
/// More at <see href="https://example.com/guide">the guide</see>.
/// <note>Costs a call for each page.</note>
/// <note>Free on <c>Sundays</c>.</note>
/// </remarks>
/// <example>
/// All that begin with a letter.
/// <code>
/// Get-Fixture a* |
///     Where-Object Text
/// </code>
/// <para>Asks by name.</para>
/// <para>Then filters.</para>
/// </example>
/// <example><code>Get-Fixture -Id 1, 2</code></example>
/// <seealso cref="SetFixtureCommand"/>
/// <seealso href="https://example.com/fixtures">Fixtures</seealso>
/// <seealso href="https://example.com/bare"/>
[Cmdlet(VerbsCommon.Get, "Fixture", DefaultParameterSetName = NameSet, HelpUri = "https://example.com/help")]
[OutputType(typeof(FixtureReply))]
[OutputType(typeof(string[]), ParameterSetName = [IdSet])]
[OutputType("Fixture.View")]
public sealed class GetFixtureCommand : FixtureCommandBase<int>
{
    private const string NameSet = "ByName";
    private const string IdSet = "ById";

    /// <summary>How fast to be.</summary>
    [Parameter]
    [PSDefaultValue(Value = FixtureSpeed.Fast)]
    public FixtureSpeed? Speed { get; set; }

    /// <summary>The ids to look for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateCount(1, 10)]
    public long[] Id { get; set; } = [];

    /// <summary>The names to look for.</summary>
    /// <remarks>Case does not count.</remarks>
    [Parameter(Position = 0, ParameterSetName = NameSet, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ValidateLength(1, 64)]
    public string[]? Name { get; set; }

    /// <summary>How much chance there is.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    [PSDefaultValue(Value = 0.5)]
    public double Temperature { get; set; } = 0.5;

    /// <summary>What to look at.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [ValidateSet("Text", "Image")]
    [PSDefaultValue(Help = "All kinds")]
    public string? Kind { get; set; }

    /// <summary>Filters by key, with more values.</summary>
    [Parameter]
    public Dictionary<string, List<int?>>? Filter { get; set; }

    /// <summary>Anything, as a table.</summary>
    [Parameter]
    public IDictionary? Table { get; set; }

    /// <summary>Also those that are hidden.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Who asks.</summary>
    [Parameter]
    public PSCredential? Credential { get; set; }

    /// <summary>For tests of the fixture only.</summary>
    [Parameter(DontShow = true)]
    public string? Secret { get; set; }

    /// <inheritdoc/>
    [Parameter]
    public override int? Timeout { get; set; }
}
