namespace BedrockPS.Access;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Replaces the file by one with the content; its folder is made where there is none.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="isPrivate">Whether nobody but the user may read it, where the system has such modes.</param>
    /// <exception cref="IOException">It cannot be written; an earlier file is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool isPrivate = false)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string written = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = new(written, options))
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
