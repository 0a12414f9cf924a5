namespace BedrockPS.Conversations;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes to a temporary name in the same folder, and gives the file its own name in the end.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="isReplacing">Whether a file that is there may be replaced; otherwise it is an error.</param>
    /// <exception cref="IOException">The disk is full, or the file is there.</exception>
    public static void Write(string path, byte[] bytes, bool isReplacing)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, isReplacing);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
