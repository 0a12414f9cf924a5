namespace BedrockPS.Benchmarks.Harness;

/// <summary>Something that is measured.</summary>
internal interface IBenchmark
{
    /// <summary>What to call it on the command line.</summary>
    string Name { get; }

    /// <summary>Whether the module must run in its own host for it.</summary>
    bool NeedsPwsh { get; }

    /// <summary>Measures it; a row for each figure.</summary>
    IEnumerable<Row> Run();
}
