namespace BedrockPS.Preview;

/// <summary>Writes a request as a program of some language that sends it.</summary>
internal interface IRequestRenderer
{
    /// <summary>The word by which it is asked for.</summary>
    string Name { get; }

    /// <summary>The program.</summary>
    string Render(BedrockRequestPreview request);
}
