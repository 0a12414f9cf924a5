namespace BedrockPS.Access;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Replaces the file by one with the content; its folder is made where there is none.</summary>
    /// <exception cref="IOException">It cannot be written; an earlier file is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string written = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = new(written, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
            }

            File.Move(written, path, overwrite: true);
        }
        finally
        {
            File.Delete(written);
        }
    }
}
