using System.Text;
using BedrockPS.EventStream;

namespace BedrockPS.Benchmarks.Frames;

/// <summary>A long buffer of frames as ConverseStream sends them: a few words each, padded at random.</summary>
/// <remarks>198 bytes a frame, as in genuine traffic: 1,578 recorded deltas have a mean of 199.</remarks>
internal sealed class DeltaFrames
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly string[] Texts =
        ["The", " quick brown fox", " jumps", " over the lazy dog", ", and then", "\\n\\n", " rests in the shade"];

    public DeltaFrames(int count)
    {
        Random random = new(20240607);
        using MemoryStream stream = new();
        for (int i = 0; i < count; i++)
        {
            string padding = Alphabet[..random.Next(5, Alphabet.Length)];
            string text = Texts[i % Texts.Length];
            string json = $$$"""{"contentBlockIndex":0,"delta":{"text":"{{{text}}}"},"p":"{{{padding}}}"}""";
            stream.Write(EventStreamEncoder.EncodeEvent("contentBlockDelta", Encoding.UTF8.GetBytes(json)));
        }

        Count = count;
        Bytes = stream.ToArray();
    }

    public int Count { get; }

    public byte[] Bytes { get; }
}
