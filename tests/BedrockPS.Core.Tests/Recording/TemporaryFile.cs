namespace BedrockPS.Tests.Recording;

/// <summary>A path in a folder of its own that goes with the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrockps-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "calls.bedrock.jsonl");

    public string[] Files => Directory.GetFiles(_folder.FullName);

    public string[] Lines => File.ReadAllLines(Path);

    public static TemporaryFile With(params string[] lines)
    {
        TemporaryFile file = new();
        File.WriteAllText(file.Path, string.Join('\n', lines) + "\n");
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
