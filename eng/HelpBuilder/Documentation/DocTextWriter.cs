using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BedrockPS.HelpBuilder.Documentation;

/// <summary>Walks the nodes of a doc comment and gathers paragraphs.</summary>
internal sealed partial class DocTextWriter(CrefNames names)
{
    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _open = new();

    public void Write(IEnumerable<XNode> nodes)
    {
        foreach (XNode node in nodes)
        {
            if (node is XText text)
            {
                _open.Append(text.Value);
            }
            else if (node is XElement element)
            {
                Write(element);
            }
        }
    }

    public IReadOnlyList<string> Finish()
    {
        Close();
        return _paragraphs;
    }

    private void Write(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "para" or "p":
                Close();
                Write(element.Nodes());
                Close();
                break;
            case "br":
                Close();
                break;
            case "code":
                Add(DocText.Code(element.Value));
                break;
            case "list":
                Add(string.Join('\n', element.Elements("item").Select((item, i) => Item(element, item, i))));
                break;
            // Shown elsewhere: notes have their own section.
            case "note":
                break;
            default:
                WriteInline(element);
                break;
        }
    }

    private void WriteInline(XElement element)
    {
        if ((string?)element.Attribute("langword") is { } word)
        {
            _open.Append(word is "true" or "false" or "null" ? "$" + word : word);
        }
        else if ((string?)element.Attribute("href") is { } address)
        {
            _open.Append(element.Value.Trim() is { Length: > 0 } text ? $"{text} ({address})" : address);
        }
        else if (!element.IsEmpty && element.Value.Trim().Length > 0)
        {
            Write(element.Nodes());
        }
        else if ((string?)element.Attribute("cref") is { } cref)
        {
            _open.Append(names.Of(cref));
        }
        else
        {
            _open.Append((string?)element.Attribute("name"));
        }
    }

    // The help viewer shows lists in some sections only, and lines in all of them.
    private string Item(XElement list, XElement item, int index)
    {
        string mark = (string?)list.Attribute("type") == "number" ? $"{index + 1}. " : "- ";
        DocText text = new(names);
        string? term = text.Line(item.Element("term"));
        string? rest = text.Line(item.Element("description") ?? (term is null ? item : null));
        return mark + string.Join(": ", new[] { term, rest }.Where(t => t is not null));
    }

    private void Close()
    {
        string text = Blanks().Replace(_open.ToString(), " ").Trim();
        _open.Clear();
        Add(text);
    }

    private void Add(string paragraph)
    {
        if (_open.Length > 0)
        {
            Close();
        }

        if (paragraph.Length > 0)
        {
            _paragraphs.Add(paragraph);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
