using System.Text.Json;
using BedrockPS.Http;

namespace BedrockPS.Recording;

/// <summary>Reads recordings.</summary>
public static class RecordingFile
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RecordingFormat.MaxDepth };

    /// <summary>Reads all exchanges of a file, in their order.</summary>
    /// <param name="path">The file's full path.</param>
    /// <exception cref="BedrockException">
    /// <c>RecordingNotFound</c>: there is no such file. <c>RecordingInvalid</c>: a line, which the message names, is
    /// broken, or a newer module has written the file.
    /// </exception>
    public static IReadOnlyList<RecordedExchange> Read(string path)
    {
        byte[] bytes = Open(path, File.ReadAllBytes);
        List<RecordedExchange> exchanges = [];
        int number = 0;
        int start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < bytes.Length)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : start + length;
            ReadLine(bytes.AsMemory(start, end - start), path, ++number, exchanges);
            start = end + 1;
        }

        return number > 0 ? exchanges : throw Invalid(path, 1, "The file is empty: it has no header.");
    }

    /// <summary>Whether a new recording may take the place of the file: it is one too, or holds nothing.</summary>
    /// <param name="path">The full path of a file that is there.</param>
    /// <exception cref="BedrockException"><c>RecordingFailed</c>: it cannot be read.</exception>
    internal static bool IsReplaceable(string path) => Open(path, RecordingHeader.IsOfEmptyOrRecording);

    private static T Open<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingNotFound,
                $"There is no recording '{path}'. Make one: Start-BRRecording with -Mode Record.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingFailed, $"The recording '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static void ReadLine(
        ReadOnlyMemory<byte> line, string path, int number, List<RecordedExchange> exchanges)
    {
        if (number > 1 && line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        if (number == 1)
        {
            CheckHeader(line, path);
            return;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(line, Options);
            exchanges.Add(ExchangeJson.Read(json.RootElement, number));
        }
        catch (JsonException e) when (e.BytePositionInLine is { } position)
        {
            // Its message counts the lines of this line.
            throw Invalid(path, number, $"Its JSON ends, or makes no sense, at byte {position + 1}.");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException
            or ArgumentException or KeyNotFoundException)
        {
            throw Invalid(path, number, e.Message);
        }
    }

    private static void CheckHeader(ReadOnlyMemory<byte> line, string path)
    {
        if (RecordingHeader.Version(line) is not { } version)
        {
            throw Invalid(
                path, 1, $"It is not the header of a recording, which begins {{\"format\":\"{RecordingFormat.Name}\".");
        }

        if (version > RecordingFormat.Version)
        {
            throw new BedrockException(
                ClientErrorCode.RecordingInvalid,
                $"'{path}' is a recording of format {version}; this module reads up to {RecordingFormat.Version}. "
                + "Update BedrockPS, or record it again.");
        }
    }

    private static BedrockException Invalid(string path, int number, string reason) => new(
        ClientErrorCode.RecordingInvalid, $"'{path}', line {number} is broken. {reason}");
}
