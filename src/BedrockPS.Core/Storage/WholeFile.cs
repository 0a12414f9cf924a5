namespace BedrockPS.Storage;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>
    /// Writes to a temporary name in the same folder, and gives the file its own name in the end.
    /// </summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="isReplacing">Whether a file that is there may be replaced; otherwise it is an error.</param>
    /// <param name="isDurable">Whether it waits for the disk, so that it outlasts a loss of power.</param>
    /// <param name="isPrivate">Whether nobody but the user may read it, where the system has such modes.</param>
    /// <exception cref="IOException">It cannot be written; an earlier file is as it was.</exception>
    public static void Write(
        string path,
        ReadOnlySpan<byte> content,
        bool isReplacing = true,
        bool isDurable = false,
        bool isPrivate = false)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        string written = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            using (FileStream file = new(written, options))
            {
                file.Write(content);
                file.Flush(isDurable);
            }

            File.Move(written, path, isReplacing);
        }
        finally
        {
            File.Delete(written);
        }
    }
}
