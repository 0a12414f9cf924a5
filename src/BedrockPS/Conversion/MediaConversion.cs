using System.Collections;
using System.Management.Automation;
using BedrockPS.Http;
using BedrockPS.Media;

namespace BedrockPS.Conversion;

/// <summary>
/// Reads what a media parameter was given: paths, files, bytes, addresses in S3, blocks made by hand.
/// </summary>
/// <param name="parameter">The parameter, for messages.</param>
/// <param name="kind">The kind of block that it makes.</param>
/// <param name="paths">Knows the session's location and drives.</param>
/// <param name="note">Told what a person may want to know.</param>
internal sealed class MediaConversion(string parameter, string kind, PathIntrinsics paths, Action<string> note)
{
    /// <summary>The media, in their order.</summary>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: one cannot be sent.</exception>
    public IEnumerable<MediaContent> Read(object[] values) =>
        Unrolled(values) is { } bytes ? [FromBytes(bytes)] : values.SelectMany(Read);

    private IEnumerable<MediaContent> Read(object? value) => Unwrapped.Of(value) switch
    {
        string text => FromText(text),
        FileSystemInfo file => [FromFile(file.FullName)],
        PathInfo path => [FromFile(path.ProviderPath)],
        byte[] bytes => [FromBytes(bytes)],
        Uri { IsAbsoluteUri: true, IsFile: true } uri => [FromFile(uri.LocalPath)],
        Uri uri => FromText(uri.OriginalString),
        ContentBlock block when block.Kind == kind => [MediaReader.FromBlock(block)],
        IEnumerable items and not IDictionary => Read(items.Cast<object>().ToArray()),
        object other => throw Refuse(
            $"a {other.GetType().Name}. Give paths, files, bytes, or addresses such as s3://bucket/key."),
        null => throw Refuse("null, where a path, a file or bytes should be."),
    };

    private IEnumerable<MediaContent> FromText(string text)
    {
        if (MediaReader.IsS3(text))
        {
            return [MediaReader.FromS3(text, kind)];
        }

        return text.Contains("://", StringComparison.Ordinal)
            ? throw Refuse($"'{text}': only files and s3:// addresses are read. Download it first.")
            : new MediaPaths(paths).Resolve(text).Select(FromFile);
    }

    private MediaContent FromFile(string path) => MediaReader.FromFile(path, kind, note);

    private MediaContent FromBytes(byte[] bytes) => MediaReader.FromBytes(bytes, fileName: null, kind, note);

    // Bytes that went through a pipeline or a variable without a type come one by one.
    private static byte[]? Unrolled(object[] values) =>
        values.Length > 0 && Array.TrueForAll(values, value => Unwrapped.Of(value) is byte)
            ? Array.ConvertAll(values, value => (byte)Unwrapped.Of(value)!)
            : null;

    private BedrockException Refuse(string what) =>
        new(ClientErrorCode.InvalidRequest, $"-{parameter} was given {what}");
}
