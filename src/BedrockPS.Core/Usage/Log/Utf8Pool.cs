using System.Text;
using System.Text.Json;

namespace BedrockPS.Usage;

/// <summary>Makes one string of equal texts: a log names the same few models a million times.</summary>
internal sealed class Utf8Pool
{
    private const int Most = 4096;

    private readonly Dictionary<int, (byte[] Bytes, string Text)> _texts = [];

    public string Get(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueIsEscaped)
        {
            return json.GetString()!;
        }

        ReadOnlySpan<byte> bytes = json.ValueSpan;
        HashCode code = default;
        code.AddBytes(bytes);
        int hash = code.ToHashCode();
        if (_texts.TryGetValue(hash, out (byte[] Bytes, string Text) known) && bytes.SequenceEqual(known.Bytes))
        {
            return known.Text;
        }

        string text = Encoding.UTF8.GetString(bytes);
        if (_texts.Count < Most)
        {
            _texts[hash] = (bytes.ToArray(), text);
        }

        return text;
    }
}
