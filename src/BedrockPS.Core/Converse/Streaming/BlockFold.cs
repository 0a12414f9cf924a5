using System.Collections;
using System.Collections.Specialized;
using System.Text;
using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Converse;

/// <summary>One block of a streamed message while its pieces arrive.</summary>
internal sealed class BlockFold
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _toolInput = new();
    private readonly List<object?> _toolResults = [];
    private readonly List<object?> _citations = [];

    // What came under each kind's name, apart from the pieces that have a place of their own above.
    private readonly OrderedDictionary _parts = new(StringComparer.Ordinal);
    private ReasoningBlock? _reasoning;
    private StringBuilder? _thought;
    private string? _kind;

    public void Begin(object? start) => Merge(start as IDictionary);

    public void Apply(ContentBlockDelta delta)
    {
        _text.Append(delta.Text);
        if (delta.ToolUse is not null)
        {
            _toolInput.Append(delta.ToolUse.Input);
            Merge(ContentBlockKind.ToolUse, delta.ToolUse.Other);
        }

        if (delta.ToolResult is not null)
        {
            _toolResults.AddRange(delta.ToolResult);
            Merge(ContentBlockKind.ToolResult, null);
        }

        if (delta.Citation is not null)
        {
            _citations.Add(delta.Citation);
        }

        ApplyReasoning(delta.ReasoningContent);
        Merge(delta.Other as IDictionary);
    }

    public ContentBlock Build()
    {
        ContentBlock block = BuildOwn();
        Dictionary<string, object?>? beside = Members(_parts, block.Kind);
        ContentBlockConverter.Join(block, beside);
        return block;
    }

    private ContentBlock BuildOwn() => _kind switch
    {
        _ when _reasoning is not null => BuildReasoning(_reasoning),
        _ when _citations.Count > 0 => BuildCitations(),
        ContentBlockKind.ToolUse => BuildToolUse(),
        ContentBlockKind.ToolResult => BuildToolResult(),
        not null when _text.Length == 0 => MediaShape.FromPieces(_kind, _parts[_kind]),
        _ => new TextBlock { Text = _text.ToString() },
    };

    private void ApplyReasoning(ReasoningDelta? delta)
    {
        if (delta is null)
        {
            return;
        }

        _reasoning ??= new ReasoningBlock();
        if (delta.Text is not null)
        {
            (_thought ??= new StringBuilder()).Append(delta.Text);
        }

        _reasoning.Signature = delta.Signature is null ? _reasoning.Signature : _reasoning.Signature + delta.Signature;
        _reasoning.RedactedContent = delta.RedactedContent is null
            ? _reasoning.RedactedContent
            : [.. _reasoning.RedactedContent ?? [], .. delta.RedactedContent];
        Merge(ContentBlockKind.Reasoning, delta.Other);
    }

    // The start and the pieces of a block are unions with one member: its name is the kind, its value the block.
    private void Merge(IDictionary? union)
    {
        foreach (DictionaryEntry member in union ?? new OrderedDictionary())
        {
            Merge((string)member.Key, member.Value);
        }
    }

    private void Merge(string kind, object? piece)
    {
        if (kind == ContentBlockKind.Text && piece is string text)
        {
            _text.Append(text);
            return;
        }

        _kind ??= kind;
        _parts[kind] = DocumentPieces.Join(_parts[kind], piece);
    }

    private ReasoningBlock BuildReasoning(ReasoningBlock reasoning)
    {
        reasoning.Text = _thought?.ToString();
        reasoning.Other = Rest(ContentBlockKind.Reasoning);
        return reasoning;
    }

    private CitationsBlock BuildCitations() => new()
    {
        Content = [new OrderedDictionary { ["text"] = _text.ToString() }],
        Citations = [.. _citations],
        Other = Rest(ContentBlockKind.Citations),
    };

    private ToolUseBlock BuildToolUse() => new()
    {
        ToolUseId = Text("toolUseId") ?? string.Empty,
        Name = Text("name") ?? string.Empty,
        Type = Text("type"),
        Input = ParseInput(_toolInput.ToString()),
        Other = Rest(ContentBlockKind.ToolUse, "toolUseId", "name", "type"),
    };

    private ToolResultBlock BuildToolResult() => new()
    {
        ToolUseId = Text("toolUseId") ?? string.Empty,
        Status = Text("status"),
        Type = Text("type"),
        Content = [.. _toolResults],
        Other = Rest(ContentBlockKind.ToolResult, "toolUseId", "status", "type"),
    };

    private Dictionary<string, object?>? Rest(string kind, params string[] known) =>
        Members(_parts[kind] as IDictionary, known);

    private static Dictionary<string, object?>? Members(IDictionary? all, params string[] except)
    {
        Dictionary<string, object?> rest = [];
        foreach (DictionaryEntry member in all ?? new OrderedDictionary())
        {
            rest[(string)member.Key] = member.Value;
        }

        Array.ForEach(except, name => rest.Remove(name));
        return rest.Count == 0 ? null : rest;
    }

    private string? Text(string member) => (_parts[_kind!] as IDictionary)?[member] as string;

    // A model may break off in the middle of its arguments; what it wrote is then kept as text.
    private static object? ParseInput(string json)
    {
        try
        {
            return json.Length == 0 ? new OrderedDictionary() : DocumentReader.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
