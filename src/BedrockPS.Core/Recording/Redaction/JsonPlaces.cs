using System.Text.Json;
using BedrockPS.Json;

namespace BedrockPS.Recording;

/// <summary>Follows a reader and knows where it stands.</summary>
internal sealed class JsonPlaces
{
    private readonly List<Level> _levels = [];

    /// <summary>Takes in the token that the reader has come to.</summary>
    public void Move(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _levels[^1].Member = JsonText.Read(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            default:
                Begin(reader.TokenType);
                break;
        }
    }

    public JsonPlace Current(bool isText) => new(
        string.Concat(_levels.Select(level => level.Step)),
        _levels.FindLast(level => level.Member is not null)?.Member,
        isText);

    private void Begin(JsonTokenType token)
    {
        if (_levels.Count > 0)
        {
            _levels[^1].Index++;
        }

        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _levels.Add(new Level());
        }
    }

    private sealed class Level
    {
        public string? Member { get; set; }

        public int Index { get; set; } = -1;

        public string Step => Member is null ? $"[{Index}]" : $".{Member}";
    }
}
