using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockPS.Aws.SignIn;

/// <summary>A JSON file of secrets that several programs share.</summary>
internal static class PrivateFile
{
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The object in the file; null where there is none that can be read.</summary>
    public static JsonObject? Read(string path)
    {
        try
        {
            // Whoever replaces the file in this moment must be able to: on Windows that takes our consent.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return UntrustedJson.Parse(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file as a whole, so that nobody reads half of it, and shows it to no other user.</summary>
    public static void Write(string path, JsonObject json)
    {
        string folder = Path.GetDirectoryName(path)!;
        CreateFolder(folder);
        string temporary = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            using (FileStream file = Create(temporary))
            using (Utf8JsonWriter writer = new(file))
            {
                json.WriteTo(writer);
                writer.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UserOnly | UnixFileMode.UserExecute);
        }
    }

    // On Windows the user's own folder keeps others out.
    private static FileStream Create(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UserOnly;
        }

        return new FileStream(path, options);
    }
}
