namespace BedrockPS.Media;

/// <summary>Reads pictures, documents, films and recordings: by their content first, by their name second.</summary>
public static class MediaReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="kind">The kind of block that it must be, of <see cref="ContentBlockKind"/>; null for any.</param>
    /// <param name="note">Told what a person may want to know: that a content contradicts its name.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: it is missing, too large or unknown.</exception>
    public static MediaContent FromFile(string path, string? kind = null, Action<string>? note = null)
    {
        if (Directory.Exists(path))
        {
            throw MediaChoice.Refuse($"'{path}' is a directory. Give the files in it, such as {Path.Join(path, "*")}.");
        }

        return FromBytes(Read(path, kind), path, kind, note);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The name or path that it goes by; null where it has none.</param>
    /// <param name="kind">The kind of block that it must be, of <see cref="ContentBlockKind"/>; null for any.</param>
    /// <param name="note">Told what a person may want to know: that a content contradicts its name.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: they are too many or unknown.</exception>
    public static MediaContent FromBytes(
        byte[] bytes, string? fileName = null, string? kind = null, Action<string>? note = null)
    {
        string what = fileName is null ? "The content" : $"'{fileName}'";
        (MediaFormat[] possible, byte[] content) = Examine(bytes, fileName);
        if (content.Length == 0)
        {
            throw MediaChoice.Refuse($"{what} is empty: it has 0 bytes.");
        }

        MediaFormat[] byName = MediaFormats.OfName(fileName);
        MediaFormat format = MediaChoice.Choose(possible, byName, kind, what);
        MediaLimits.CheckContent(format, what, content);
        if (byName.Length > 0 && !byName.Contains(format))
        {
            note?.Invoke($"{what} is sent as {format.Format} ({format.Kind}): so its content says, whatever its name.");
        }

        return new MediaContent(MediaBlock.Of(format, new MediaSource { Bytes = content }, fileName), what);
    }

    /// <summary>Makes the block of an object in S3, whose format only its name can tell.</summary>
    /// <param name="address">The address: <c>s3://bucket/key</c>.</param>
    /// <param name="kind">The kind of block that it must be, of <see cref="ContentBlockKind"/>; null for any.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the name does not tell.</exception>
    public static MediaContent FromS3(string address, string? kind = null)
    {
        string key = S3Address.Key(address);
        MediaFormat[] byName = MediaFormats.OfName(key);
        if (byName.Length == 0)
        {
            throw MediaChoice.Refuse(
                $"The format of '{address}' cannot be told: its name needs an extension. {MediaChoice.Accepted(kind)}");
        }

        MediaFormat[] fitting = [.. byName.Where(format => kind is null || format.Kind == kind)];
        if (fitting.Length == 0)
        {
            throw MediaChoice.Refuse(
                $"'{address}' is not of the kind {kind} by its extension. {MediaChoice.Accepted(kind)}");
        }

        MediaSource source = new() { S3Location = new S3Location { Uri = address } };
        return new MediaContent(MediaBlock.Of(fitting[0], source, key), $"'{address}'");
    }

    /// <summary>Takes a block that its user made, as it is.</summary>
    public static MediaContent FromBlock(ContentBlock block) => new(block, "The content");

    /// <summary>Whether a text is an address in S3, not a path.</summary>
    public static bool IsS3(string text) => S3Address.IsAddress(text);

    private static (MediaFormat[] Possible, byte[] Content) Examine(byte[] bytes, string? fileName)
    {
        MediaFormat[] marked = ContentFormats.Of(bytes);
        if (marked.Length > 0)
        {
            return (marked, bytes);
        }

        return TextContent.ToUtf8(bytes) is { } text
            ? (TextFormats(text, fileName), text)
            : (MediaFormats.OfUnmarked(fileName), bytes);
    }

    // A name decides between the formats of text; without one there is only the look of a web page.
    private static MediaFormat[] TextFormats(byte[] text, string? fileName)
    {
        bool isPage = MediaFormats.Extension(fileName).Length == 0 && TextContent.IsHtml(text);
        MediaFormat fallback = MediaFormat.Document(isPage ? "html" : "txt");
        return [.. MediaFormats.OfName(fileName).Where(format => format.IsText), fallback];
    }

    private static byte[] Read(string path, string? kind)
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
            {
                throw MediaChoice.Refuse($"There is no file '{path}'.");
            }

            MediaLimits.CheckFile(kind, $"'{path}'", file.Length);
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw MediaChoice.Refuse($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
