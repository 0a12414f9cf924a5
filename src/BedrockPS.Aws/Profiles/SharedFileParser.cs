using BedrockPS.Http;

namespace BedrockPS.Aws.Profiles;

/// <summary>Reads a shared file by the rules that AWS has for all of its SDKs.</summary>
/// <remarks>
/// The SDK's own reader follows fewer of them: one comment after a heading and no profile of the file can be read,
/// one property given twice and its profile is not there.
/// </remarks>
internal sealed class SharedFileParser
{
    // A command line, in which these characters have a meaning; neither AWS.Tools nor the AWS CLI cuts it there.
    private const string CommandLine = "credential_process";

    private readonly Dictionary<SectionName, Dictionary<string, string>> _sections = [];
    private readonly Func<string, SectionName?> _readHeading;
    private readonly string _path;

    private Dictionary<string, string>? _section;
    private Dictionary<string, string> _target = [];
    private string? _property;
    private int _indent;
    private int _line;

    private SharedFileParser(string path, Func<string, SectionName?> readHeading)
    {
        _path = path;
        _readHeading = readHeading;
    }

    /// <summary>The properties of each section; none where there is no file.</summary>
    /// <exception cref="BedrockException"><c>InvalidCredentials</c>: a line cannot be understood.</exception>
    public static Dictionary<SectionName, Dictionary<string, string>> Read(
        string path, Func<string, SectionName?> readHeading)
    {
        SharedFileParser parser = new(path, readHeading);
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            parser._line++;
            parser.Read(line);
        }

        return parser._sections;
    }

    private void Read(string line)
    {
        string text = line.Trim();
        if (text is [] or ['#' or ';', ..])
        {
            return;
        }

        int indent = line.Length - line.TrimStart().Length;
        if (_property is not null && indent > _indent)
        {
            Continue(text);
        }
        else if (text[0] == '[')
        {
            Begin(text);
        }
        else
        {
            Define(text, indent);
        }
    }

    private void Begin(string text)
    {
        int end = text.IndexOf(']');
        if (end < 0 || text[(end + 1)..].TrimStart() is not ([] or ['#' or ';', ..]))
        {
            throw Fail("Profile definition must end with ']'");
        }

        // What the rules leave out is read all the same: its lines have to be understood.
        SectionName? name = _readHeading(text[1..end].Trim());
        _section = name is { } known && _sections.TryGetValue(known, out Dictionary<string, string>? same)
            ? same
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        _property = null;
        if (name is { } counted)
        {
            _sections[counted] = _section;
        }
    }

    private void Define(string text, int indent)
    {
        Dictionary<string, string> section = _section ?? throw Fail("Expected a profile definition");
        int equals = text.IndexOf('=');
        if (equals < 0)
        {
            throw Fail(indent > 0
                ? "Expected a property definition, found continuation"
                : "Expected an '=' sign defining a property");
        }

        string name = text[..equals].TrimEnd();
        _property = name.Length > 0 ? name : throw Fail("Property did not have a name");
        _indent = indent;

        // No name has a space in it; such a property is left out, with the lines that continue it.
        _target = name.Any(char.IsWhiteSpace) ? [] : section;
        _target[name] = name == CommandLine ? text[(equals + 1)..].Trim() : WithoutComment(text[(equals + 1)..]);
    }

    // Below a property without a value stand properties of its own, as those of a service.
    private void Continue(string text)
    {
        string value = _target[_property!];
        if (value is [] or ['\n', ..])
        {
            switch (text.IndexOf('='))
            {
                case < 0: throw Fail("Expected an '=' sign defining a sub-property");
                case 0: throw Fail("Sub-property did not have a name");
            }
        }

        _target[_property!] = $"{value}\n{text}";
    }

    /// <summary>A value up to a comment, which a space sets apart.</summary>
    public static string WithoutComment(string value)
    {
        for (int at = 1; at < value.Length; at++)
        {
            if (value[at] is '#' or ';' && char.IsWhiteSpace(value[at - 1]))
            {
                return value[..at].Trim();
            }
        }

        return value.Trim();
    }

    // The line itself is not shown: it may hold half a secret.
    private BedrockException Fail(string problem) => new(
        ClientErrorCode.InvalidCredentials, $"Line {_line} of '{_path}' cannot be understood: {problem}.");
}
