using System.Text.Json;
using BedrockPS.Local.Operations;

namespace BedrockPS.Local.Resources;

/// <summary>A query parameter of a list, and which items it leaves.</summary>
/// <param name="Parameter">The parameter's name in the query.</param>
/// <param name="Keeps">Whether an item stays; the value is null where the request has no such parameter.</param>
/// <param name="Words">The values that the service takes; null where it takes any.</param>
internal sealed record ResourceFilter(
    string Parameter, Func<JsonElement, string?, bool> Keeps, string[]? Words = null)
{
    public static ResourceFilter Contains(string parameter, string member) => new(
        parameter,
        (item, value) => value is null
            || item.At(member).Text()?.Contains(value, StringComparison.OrdinalIgnoreCase) == true);

    public static ResourceFilter Equal(string parameter, string member, params string[] words) => new(
        parameter, (item, value) => value is null || item.At(member).Text() == value, words.Length > 0 ? words : null);

    public static ResourceFilter Before(string parameter, string member) => new(
        parameter, (item, value) => value is null || Times.Of(item, member) < Times.Parse(value, parameter));

    public static ResourceFilter After(string parameter, string member) => new(
        parameter, (item, value) => value is null || Times.Of(item, member) > Times.Parse(value, parameter));

    public IEnumerable<JsonElement> Apply(IEnumerable<JsonElement> items, string query)
    {
        string? value = QueryParameters.Find(query, Parameter);
        return value is not null && Words?.Contains(value) == false
            ? throw ServiceFault.NoneOf(value, Parameter, Words)
            : items.Where(item => Keeps(item, value));
    }
}
