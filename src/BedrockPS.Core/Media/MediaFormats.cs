namespace BedrockPS.Media;

/// <summary>The formats that the service takes, and the file names that they go by.</summary>
internal static class MediaFormats
{
    private static readonly Dictionary<string, string[]> ByKind = new()
    {
        [ContentBlockKind.Image] = ["png", "jpeg", "gif", "webp"],
        [ContentBlockKind.Document] = ["pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"],
        [ContentBlockKind.Video] = ["mp4", "mov", "mkv", "webm", "flv", "mpeg", "mpg", "wmv", "three_gp"],
        [ContentBlockKind.Audio] =
        [
            "mp3", "wav", "m4a", "flac", "ogg", "opus", "aac", "x-aac",
            "mp4", "webm", "mkv", "mka", "mpeg", "mpga", "pcm",
        ],
    };

    // Text of every kind goes as txt; for a file at hand its bytes decide, for one in S3 there is only the name.
    private static readonly string[] TextExtensions =
    [
        "log", "text", "json", "jsonl", "xml", "yml", "yaml", "toml", "ini", "cfg", "conf", "config", "properties",
        "env", "reg", "tsv", "sql", "ps1", "psm1", "psd1", "ps1xml", "sh", "bash", "bat", "cmd", "py", "js", "ts",
        "cs", "vb", "java", "go", "rs", "rb", "php", "c", "h", "cpp", "css", "tf", "diff", "patch", "rst", "out", "err",
    ];

    // Recordings in these may begin in mid-frame or have no header at all, so that their names have to do.
    private static readonly string[] Unmarked = ["mp3", "mpga", "mpeg", "mpg", "aac", "x-aac", "pcm"];

    private static readonly Dictionary<string, MediaFormat[]> ByExtension = ReadExtensions();

    /// <summary>What a file may be by its name; nothing where the extension says nothing.</summary>
    public static MediaFormat[] OfName(string? fileName) => ByExtension.GetValueOrDefault(Extension(fileName), []);

    /// <summary>What a file without a mark may be by its name.</summary>
    public static MediaFormat[] OfUnmarked(string? fileName) =>
        [.. OfName(fileName).Where(format => Unmarked.Contains(format.Format))];

    /// <summary>The formats of a kind, or of all kinds, for people.</summary>
    public static string List(string? kind) => kind is null
        ? string.Join("; ", ByKind.Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}"))
        : $"{kind}: {string.Join(", ", ByKind[kind])}";

    /// <summary>The extension in lower case, without its dot.</summary>
    public static string Extension(string? fileName) =>
        Path.GetExtension(fileName ?? string.Empty).TrimStart('.').ToLowerInvariant();

    private static Dictionary<string, MediaFormat[]> ReadExtensions()
    {
        Dictionary<string, MediaFormat[]> formats = ByKind
            .SelectMany(pair => pair.Value.Select(format => new MediaFormat(pair.Key, format)))
            .GroupBy(format => format.Format)
            .ToDictionary(group => group.Key, group => group.ToArray());
        Add(formats, MediaFormat.Image("jpeg"), "jpg", "jpe", "jfif");
        Add(formats, MediaFormat.Document("html"), "htm", "xhtml");
        Add(formats, MediaFormat.Document("md"), "markdown");
        Add(formats, MediaFormat.Document("txt"), TextExtensions);
        Add(formats, MediaFormat.Video("mp4"), "m4v");
        Add(formats, MediaFormat.Video("mov"), "qt");
        Add(formats, MediaFormat.Video("three_gp"), "3gp", "3g2");
        Add(formats, MediaFormat.Video("wmv"), "asf");
        Add(formats, MediaFormat.Audio("m4a"), "m4b");
        Add(formats, MediaFormat.Audio("ogg"), "oga");
        Add(formats, MediaFormat.Audio("wav"), "wave");
        Add(formats, MediaFormat.Audio("webm"), "weba");
        return formats;
    }

    private static void Add(
        Dictionary<string, MediaFormat[]> formats, MediaFormat format, params string[] extensions) =>
        Array.ForEach(extensions, extension => formats[extension] = [format]);
}
