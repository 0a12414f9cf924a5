using System.Reflection;

namespace BedrockPS.Aws.Tests.Support;

/// <summary>The module's reader of the shared files, which has no door of its own to the outside.</summary>
internal sealed class StagedFiles
{
    private static readonly Assembly Assembly = Staged.Gateway.GetType().Assembly;

    private readonly object _files;

    private StagedFiles(object files) => _files = files;

    /// <summary>Reads the files that the environment points to now.</summary>
    public static StagedFiles Read()
    {
        Type places = Assembly.GetType("BedrockPS.Aws.Profiles.ProfileFiles", throwOnError: true)!;
        Type files = Assembly.GetType("BedrockPS.Aws.Profiles.SharedFiles", throwOnError: true)!;
        object located = Invoke(places, "Locate", null, [null])!;
        return new StagedFiles(Invoke(files, "Read", null, located)!);
    }

    public Dictionary<string, string>? FindProfile(string name) =>
        (Dictionary<string, string>?)Invoke(_files.GetType(), "FindProfile", _files, name);

    public Dictionary<string, string>? FindSection(string kind, string name) =>
        (Dictionary<string, string>?)Invoke(_files.GetType(), "FindSection", _files, kind, name);

    private static object? Invoke(Type type, string method, object? target, params object?[] arguments) =>
        type.GetMethod(method)!.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
