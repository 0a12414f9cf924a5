using System.Globalization;

namespace BedrockPS.Usage;

/// <summary>What calls can be grouped by.</summary>
internal sealed record UsageGroup(string Name, Func<UsageEntry, string?> Key, Action<UsageSummary, string?> Write)
{
    public static readonly UsageGroup Tag = new("Tag", _ => null, (summary, key) => summary.Tag = key);

    public static readonly IReadOnlyList<UsageGroup> All =
    [
        new("Model", entry => entry.ModelId, (summary, key) => summary.ModelId = key),
        new("Day", entry => Day(entry.Time), (summary, key) => summary.Day = ParseDay(key!)),
        new("Conversation", entry => entry.ConversationId, (summary, key) => summary.ConversationId = key),
        Tag,
        new("Region", entry => entry.Region, (summary, key) => summary.Region = key),
        new("Account", entry => entry.AccountId, (summary, key) => summary.AccountId = key),
        new("Profile", entry => entry.ProfileName, (summary, key) => summary.ProfileName = key),
        new("Operation", entry => entry.Operation, (summary, key) => summary.Operation = key),
    ];

    private const string DayFormat = "yyyy-MM-dd";

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateTime ParseDay(string day) =>
        DateTime.ParseExact(day, DayFormat, CultureInfo.InvariantCulture);
}
