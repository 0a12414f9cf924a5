using System.Management.Automation;
using BedrockPS.Conversion;
using BedrockPS.Http;
using BedrockPS.Media;

namespace BedrockPS.Cmdlets;

/// <summary>What the cmdlets share that take pictures, documents, films and recordings with a question.</summary>
public abstract class MediaCommandBase : PreviewCommandBase
{
    private MediaContent[] _given = [];

    /// <summary>
    /// Images that go with the question: paths, also with wildcards, files, bytes, or addresses such as
    /// s3://bucket/key; png, jpeg, gif or webp, up to 20.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [WholeBytes]
    public object[]? Image { get; set; }

    /// <summary>
    /// Documents that go with the question: paths, also with wildcards, files, bytes, or addresses such as
    /// s3://bucket/key; pdf, csv, doc, docx, xls, xlsx, html, md or any text, up to 5.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [WholeBytes]
    public object[]? Document { get; set; }

    /// <summary>
    /// A video that goes with the question: a path, also with wildcards, a file, bytes, or an address such as
    /// s3://bucket/key; mp4, mov, mkv, webm, flv, mpeg, wmv or 3gp.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [WholeBytes]
    public object[]? Video { get; set; }

    /// <summary>
    /// Audio that goes with the question: paths, also with wildcards, files, bytes, or addresses such as
    /// s3://bucket/key; mp3, wav, m4a, flac, ogg, opus, aac and others.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [WholeBytes]
    public object[]? Audio { get; set; }

    /// <summary>
    /// Reads what was given by name: it is the same for all input, so a mistake in it ends the command.
    /// </summary>
    protected override void Begin()
    {
        base.Begin();
        _given =
        [
            .. Read(nameof(Image), Image, ContentBlockKind.Image),
            .. Read(nameof(Document), Document, ContentBlockKind.Document),
            .. Read(nameof(Video), Video, ContentBlockKind.Video),
            .. Read(nameof(Audio), Audio, ContentBlockKind.Audio),
        ];
    }

    /// <summary>
    /// The turn that asks: the media that were given, then the question's own content, its text last.
    /// </summary>
    /// <param name="modelId">The model to ask, whose limits count.</param>
    /// <param name="content">The content of the question.</param>
    /// <param name="earlier">The turns before it.</param>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: the media are too large or too many.</exception>
    private protected Message CreateQuestion(
        string modelId, IEnumerable<ContentBlock> content, IEnumerable<Message> earlier)
    {
        ContentBlock[] own = [.. content];
        if (own.Length == 0 && _given.Length > 0)
        {
            throw new BedrockException(
                ClientErrorCode.InvalidRequest, "Media were given without a question. Give -Prompt.");
        }

        Array.ForEach(_given, media => MediaLimits.CheckDocument(media, modelId));
        IEnumerable<ContentBlock> all = [.. _given.Select(media => media.Block), .. own];
        Message question = new(MessageRole.User, DocumentNames.MakeDistinct(all, earlier));
        MediaLimits.CheckCounts(question, earlier);
        return question;
    }

    /// <summary>Reads files that were piped in, as what they are.</summary>
    /// <remarks>
    /// One that cannot be sent is an error of its own, and does not keep the others from being asked about.
    /// </remarks>
    /// <exception cref="BedrockException"><c>InvalidRequest</c>: they are too many.</exception>
    private protected IReadOnlyList<ContentBlock> ReadPiped(IEnumerable<FileInfo> files, string modelId)
    {
        Message question = new();
        foreach (FileInfo file in files)
        {
            if (TryReadPiped(file, modelId) is { } block)
            {
                question.Content.Add(block);

                // Thousands of files may come: they are not all read to be told that they are too many.
                MediaLimits.CheckCounts(question, earlier: [], isWhole: false);
            }
        }

        return [.. question.Content];
    }

    private ContentBlock? TryReadPiped(FileInfo file, string modelId)
    {
        try
        {
            MediaContent media = MediaReader.FromFile(file.FullName, kind: null, WriteVerbose);
            MediaLimits.CheckDocument(media, modelId);
            return media.Block;
        }
        catch (BedrockException failure)
        {
            WriteFailure(failure, file);
            return null;
        }
    }

    private IEnumerable<MediaContent> Read(string parameter, object[]? values, string kind) =>
        values is null ? [] : new MediaConversion(parameter, kind, SessionState.Path, WriteVerbose).Read(values);
}
