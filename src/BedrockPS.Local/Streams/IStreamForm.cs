namespace BedrockPS.Local.Streams;

/// <summary>How an operation puts an answer into events.</summary>
internal interface IStreamForm
{
    /// <summary>What comes before the first piece of text.</summary>
    IEnumerable<StreamEvent> Open();

    /// <summary>A piece of text; the payload is only valid until the next call.</summary>
    StreamEvent Delta(string piece);

    /// <summary>What comes after the last piece.</summary>
    IEnumerable<StreamEvent> Close();
}
