using System.Collections;
using System.Management.Automation;
using BedrockPS.Http;

namespace BedrockPS.Conversion;

/// <summary>The words of a scripted reply, whatever case they are written in.</summary>
internal sealed class ReplyWords
{
    private readonly Dictionary<string, object?> _words = new(StringComparer.OrdinalIgnoreCase);

    public ReplyWords(IDictionary words)
    {
        foreach (DictionaryEntry word in words)
        {
            _words[$"{word.Key}"] = Unwrapped.Of(word.Value);
        }
    }

    public object? this[string name] => _words.GetValueOrDefault(name);

    public bool Has(string name) => this[name] is not (null or SwitchParameter { IsPresent: false } or false);

    public bool Is(string name) => LanguagePrimitives.IsTrue(this[name]);

    /// <summary>The value as PowerShell would bind it; the type's default where the word is absent.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the value is of another kind.</exception>
    public T? Get<T>(string name)
    {
        try
        {
            return this[name] is null ? default : LanguagePrimitives.ConvertTo<T>(this[name]);
        }
        catch (PSInvalidCastException e)
        {
            throw new BedrockException(ClientErrorCode.InvalidRequest, $"{name}: {e.Message}", e);
        }
    }

    /// <summary>The one value, or each of several.</summary>
    public IEnumerable<object?> Items(string name) => this[name] switch
    {
        null => [],
        string or IDictionary => [this[name]],
        IEnumerable items => items.Cast<object?>(),
        object item => [item],
    };
}
