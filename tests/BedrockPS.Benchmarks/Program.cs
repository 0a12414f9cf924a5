using BedrockPS.Benchmarks.Calls;
using BedrockPS.Benchmarks.Frames;
using BedrockPS.Benchmarks.Harness;
using BedrockPS.Benchmarks.Memory;
using BedrockPS.Benchmarks.Module;

// dotnet run -c Release [-- <name> ...]: runs what is named, or everything.
IBenchmark[] all =
[
    new FrameDecode(),
    new Import(),
    new FirstCall(),
    new SequentialCalls(),
    new TextLatency(),
    new LongStream(),
    new CallCost(),
    new ConcurrentStreams(),
];
if (args.Except(all.Select(one => one.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no '{unknown}': {string.Join(", ", all.Select(one => one.Name))}.");
    return 2;
}

List<Row> rows = [];
foreach (IBenchmark benchmark in all.Where(one => args.Length == 0 || args.Contains(one.Name)))
{
    Console.Error.WriteLine($"Measuring {benchmark.Name} ...");
    rows.AddRange(benchmark.NeedsPwsh && !Pwsh.IsFound
        ? [new Row(benchmark.Name, "skipped", "pwsh was not found")]
        : benchmark.Run());
}

Table.Write(Console.Out, rows);
return 0;
