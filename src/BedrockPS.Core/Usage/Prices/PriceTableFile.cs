using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Storage;

namespace BedrockPS.Usage;

/// <summary>Reads and checks price tables: one that is wrong is refused whole.</summary>
internal static class PriceTableFile
{
    private const string ResourceName = "BedrockPS.Usage.prices.json";

    /// <summary>The table that came with the module.</summary>
    public static PriceTable ReadShipped()
    {
        using Stream resource = typeof(PriceTableFile).Assembly.GetManifestResourceStream(ResourceName)!;
        byte[] json = new byte[resource.Length];
        resource.ReadExactly(json);
        return Read(json, "The price table of the module");
    }

    /// <summary>A table of the user's.</summary>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: it cannot be read, or is not one.</exception>
    public static PriceTable Read(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), $"The price table '{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.PriceTableInvalid, $"The price table '{path}' cannot be read: {e.Message}", e);
        }
    }

    public static PriceTable Read(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            PriceTable table = JsonSerializer.Deserialize(json, PriceJsonContext.Default.PriceTable)
                ?? throw new JsonException("it is null.");
            return PriceTableCheck.FindProblem(table) is { } problem ? throw Invalid(name, problem) : table;
        }
        catch (JsonException e)
        {
            throw Invalid(name, e.Message, e);
        }
    }

    /// <summary>Replaces the file at the path.</summary>
    /// <exception cref="BedrockException"><c>PriceTableInvalid</c>: it cannot be written.</exception>
    public static void Save(string path, PriceTable table)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(table, PriceJsonContext.Default.PriceTable));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.PriceTableInvalid, $"The price table '{path}' cannot be written: {e.Message}", e);
        }
    }

    private static BedrockException Invalid(string name, string problem, Exception? cause = null) =>
        new(ClientErrorCode.PriceTableInvalid, $"{name} is not usable: {problem}", cause);
}
