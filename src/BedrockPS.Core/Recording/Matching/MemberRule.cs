using System.Text.RegularExpressions;
using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Members of a body that two requests may differ in: a name at any depth, or a path from the root.</summary>
internal sealed partial class MemberRule
{
    private const string Any = "*";
    private const string AnyIndex = "[*]";

    private readonly string[] _steps;
    private readonly bool _isAnywhere;

    private MemberRule(string[] steps, bool isAnywhere)
    {
        _steps = steps;
        _isAnywhere = isAnywhere;
    }

    /// <summary>
    /// Reads <c>requestMetadata</c>, which is ignored wherever it stands, <c>$.system</c> or
    /// <c>messages[*].content[0].text</c>.
    /// </summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is neither a name nor a path.</exception>
    public static MemberRule Parse(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest,
                $"-IgnoreMember '{text}' is neither a member's name nor a path such as messages[*].content[0].text.");
        }

        string[] steps = [.. match.Groups["step"].Captures.Select(step => step.Value)];
        return new MemberRule(steps, isAnywhere: steps.Length == 1 && steps[0] == text);
    }

    /// <summary>Whether the rule is of the member at this path; a path has an index as <c>[0]</c>.</summary>
    public bool Matches(List<string> path)
    {
        if (_isAnywhere)
        {
            return IsSame(_steps[0], path[^1]);
        }

        return path.Count == _steps.Length && _steps.Zip(path).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsSame(string step, string member) => member.StartsWith('[')
        ? step == AnyIndex || step == member
        : step == Any || step.Equals(member, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\$?(?:(?:^|\.)(?<step>[^.\[\]$*]+|\*)|(?<step>\[(?:\d+|\*)\])|\['(?<step>[^']+)'\])+$")]
    private static partial Regex Pattern();
}
