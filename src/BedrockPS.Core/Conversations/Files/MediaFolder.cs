using System.Buffers;
using System.Security.Cryptography;
using BedrockPS.Storage;

namespace BedrockPS.Conversations;

/// <summary>
/// The folder beside a conversation's file that holds its pictures, documents, films and recordings, each once, under
/// the SHA-256 of its content.
/// </summary>
internal sealed class MediaFolder(string conversationPath)
{
    private const int HashLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The folder's full path; it is made with the first file.</summary>
    public string Path { get; } = conversationPath + ".media";

    /// <summary>Keeps content, and tells under which name.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="format">Its format in the service's words, which becomes the extension.</param>
    public string Save(byte[] bytes, string? format)
    {
        string name = Name(bytes, format);
        string path = System.IO.Path.Combine(Path, name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path);
            WholeFile.Write(path, bytes, isDurable: true);
        }

        return name;
    }

    /// <summary>The content that was kept under a name.</summary>
    /// <exception cref="InvalidDataException">The name is none of ours, or the content is another.</exception>
    /// <exception cref="FileNotFoundException">The file is missing.</exception>
    public byte[] Read(string name)
    {
        string path = System.IO.Path.Combine(Path, Check(name));
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"Its media file '{path}' is missing. Put it back.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        return name.StartsWith(Hash(bytes), StringComparison.Ordinal)
            ? bytes
            : throw new InvalidDataException($"Its media file '{path}' was changed: it is not what its name says.");
    }

    private static string Name(byte[] bytes, string? format)
    {
        bool isExtension = format is { Length: > 0 and <= 12 }
            && format.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return isExtension ? $"{Hash(bytes)}.{format!.ToLowerInvariant()}" : Hash(bytes);
    }

    // The name comes from a file that anybody may have written: it must not lead out of the folder.
    private static string Check(string name)
    {
        bool isOurs = name.Length >= HashLength
            && name.AsSpan(0, HashLength).IndexOfAnyExcept(HexDigits) < 0
            && name.AsSpan(HashLength).IndexOfAny('/', '\\', ':') < 0;
        return isOurs ? name : throw new InvalidDataException($"'{name}' is not the name of a media file.");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
}
