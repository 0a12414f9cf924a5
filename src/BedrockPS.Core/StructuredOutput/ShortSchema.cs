using System.Collections.Specialized;

namespace BedrockPS.StructuredOutput;

/// <summary>
/// Reads the short form of a schema: <c>name, age int, tags string[], level low|high: how bad it is</c>.
/// </summary>
/// <remarks>
/// Fields are parted by commas or new lines. A field is a name, a type (text where there is none), and behind a colon
/// what it means. A type is one of <see cref="ShortTypes"/>, words parted by <c>|</c> of which the answer is one, or
/// fields in braces; <c>[]</c> behind it makes a list of it, <c>?</c> lets it be null. What holds spaces or commas
/// stands in quotes.
/// </remarks>
public sealed class ShortSchema
{
    private readonly ShortSchemaReader _reader;

    private ShortSchema(string text) => _reader = new ShortSchemaReader(text);

    /// <summary>The JSON Schema that the short form stands for.</summary>
    /// <exception cref="BedrockException">
    /// <c>InvalidRequest</c>: it cannot be read; the message names the column.
    /// </exception>
    public static OrderedDictionary Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ShortSchema form = new(text);
        OrderedDictionary schema = form.ReadFields(isNested: false);
        return form._reader.IsAtEnd ? schema : throw form._reader.Error("a ',' or the end was expected");
    }

    private OrderedDictionary ReadFields(bool isNested)
    {
        OrderedDictionary properties = new(StringComparer.Ordinal);
        List<object?> required = [];
        while (_reader.SkipSeparators() && !(isNested && _reader.Is('}')))
        {
            ReadField(properties, required);
            if (!_reader.SkipSeparator() && !(isNested && _reader.Is('}')))
            {
                break;
            }
        }

        return properties.Count == 0 ? throw _reader.Error("a field was expected, such as 'name string'") : new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required.ToArray(),
            ["additionalProperties"] = false,
        };
    }

    private void ReadField(OrderedDictionary properties, List<object?> required)
    {
        int start = _reader.Mark();
        string name = _reader.ReadWord() ?? throw _reader.Error("the name of a field was expected");
        if (properties.Contains(name))
        {
            throw _reader.Error($"the field '{name}' is there already", start);
        }

        (OrderedDictionary schema, bool isNullable) = ReadSuffixes(_reader.IsTypeNext ? ReadType() : ShortTypes.Text());
        SchemaKeywords.Describe(schema, _reader.TryTake(':') ? _reader.ReadDescription() : null);
        properties[name] = schema;
        if (!isNullable)
        {
            required.Add(name);
        }
    }

    private OrderedDictionary ReadType()
    {
        if (_reader.TryTake('{'))
        {
            OrderedDictionary fields = ReadFields(isNested: true);
            return _reader.TryTake('}') ? fields : throw _reader.Error("a '}' was expected");
        }

        int start = _reader.Mark();
        bool isQuoted = _reader.IsQuoteNext;
        string word = _reader.ReadWord() ?? throw _reader.Error("a type was expected");
        if (word is "enum" && !isQuoted && _reader.TryTake('('))
        {
            OrderedDictionary listed = ReadChoices(_reader.ReadWord());
            return _reader.TryTake(')') ? listed : throw _reader.Error("a ')' was expected");
        }

        if (_reader.Is('|'))
        {
            return ReadChoices(word);
        }

        return isQuoted && word.Contains('|') ? ShortTypes.OneOf(word.Split('|', StringSplitOptions.TrimEntries))
            : ShortTypes.Find(word)
            ?? throw _reader.Error(
                $"'{word}' is no type; the types are {ShortTypes.Names}, a|b|c and {{ … }}", start);
    }

    private OrderedDictionary ReadChoices(string? first)
    {
        List<string> choices = [first ?? throw _reader.Error("a word was expected")];
        while (_reader.TryTake('|'))
        {
            choices.Add(_reader.ReadWord() ?? throw _reader.Error("a word was expected behind '|'"));
        }

        return ShortTypes.OneOf([.. choices]);
    }

    private (OrderedDictionary Schema, bool IsNullable) ReadSuffixes(OrderedDictionary schema)
    {
        bool isNullable = false;
        while (true)
        {
            if (_reader.TryTake('?'))
            {
                isNullable = true;
                schema = SchemaKeywords.OrNull(schema);
            }
            else if (_reader.TryTake('['))
            {
                isNullable = false;
                schema = new() { ["type"] = "array", ["items"] = schema };
                if (!_reader.TryTake(']'))
                {
                    throw _reader.Error("a ']' was expected");
                }
            }
            else
            {
                return (schema, isNullable);
            }
        }
    }
}
