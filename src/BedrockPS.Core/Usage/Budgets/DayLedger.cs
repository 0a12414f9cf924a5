using System.Text.Json;
using BedrockPS.Http;
using BedrockPS.Storage;

namespace BedrockPS.Usage;

/// <summary>The day's sums of a usage log, shared by all processes that write it.</summary>
/// <remarks>
/// The log itself is what counts: the sums are read from it, from where they were read last. A file beside it holds
/// the sums and the calls under way. All of it happens under the log's lock, so no two calls can take the same money.
/// </remarks>
internal sealed class DayLedger(UsageLog log, TimeProvider clock)
{
    /// <summary>What the day has used, calls under way included.</summary>
    public Charge Used()
    {
        using FileLock held = log.Lock();
        return Load(clock.GetUtcNow()).Total;
    }

    /// <summary>Takes the charge of a call where it fits.</summary>
    /// <returns>What was used before.</returns>
    public Charge Take(Budget budget, string call, Charge worst, out bool isTaken)
    {
        using FileLock held = log.Lock();
        DaySums sums = Load(clock.GetUtcNow());
        Charge before = sums.Total;
        isTaken = BudgetCheck.Fits(budget, before + worst);
        if (isTaken)
        {
            sums.UnderWay[call] = worst;
            Save(sums);
        }

        return before;
    }

    /// <summary>The call is over: its line is appended, and counts in the place of its worst case.</summary>
    public void Settle(string call, UsageEntry entry, Charge worst)
    {
        using FileLock held = log.Lock();
        DaySums sums = Load(entry.Time);
        log.AppendLocked(entry);
        sums.UnderWay.Remove(call);
        Charge unknown = Charge.Of(entry, worst) - Charge.Of(entry, default);
        if (unknown != default)
        {
            // The line does not tell what the call took, so its worst case goes on counting for the day.
            sums.UnderWay[call] = unknown;
        }

        Save(sums);
    }

    /// <summary>Gives a call's charge back: it was not made.</summary>
    public void Release(string call)
    {
        using FileLock held = log.Lock();
        DaySums sums = Load(clock.GetUtcNow());
        if (sums.UnderWay.Remove(call))
        {
            Save(sums);
        }
    }

    private DaySums Load(DateTimeOffset now)
    {
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        string file = log.Files.OfMonth(now);
        DaySums sums = Read() ?? new DaySums();
        bool isSameFile = sums.File == Path.GetFileName(file) && sums.Offset <= LengthOf(file);
        if (sums.Day != today || !isSameFile)
        {
            // Within the month, what was read before was of earlier days.
            sums = new DaySums
            {
                Day = today,
                File = Path.GetFileName(file),
                Offset = isSameFile && sums.Day < today ? sums.Offset : 0,
                UnderWay = sums.Day == today ? sums.UnderWay : [],
            };
        }

        CatchUp(sums, file);
        return sums;
    }

    private static void CatchUp(DaySums sums, string file)
    {
        if (LengthOf(file) <= sums.Offset)
        {
            return;
        }

        DateTimeOffset midnight = new(sums.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        UsageLogReader reader = new() { Since = midnight, Until = midnight.AddDays(1) };
        using FileStream log = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Seek(sums.Offset, SeekOrigin.Begin);
        sums.Offset += reader.Read(log, Add, CancellationToken.None);

        void Add(UsageEntry entry)
        {
            Charge charge = Charge.Of(entry, default);
            sums.Cost += charge.Cost;
            sums.Tokens += charge.Tokens;
        }
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private DaySums? Read()
    {
        try
        {
            return File.Exists(log.Files.Day)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(log.Files.Day), DayJsonContext.Default.DaySums)
                : null;
        }
        catch (JsonException)
        {
            // Only calls under way are lost with it; the sums are in the log.
            return null;
        }
    }

    private void Save(DaySums sums)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(log.Files.Day)!);
            WholeFile.Write(
                log.Files.Day, JsonSerializer.SerializeToUtf8Bytes(sums, DayJsonContext.Default.DaySums));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BedrockException(
                ClientErrorCode.UsageLogFailed,
                $"The sums of the day, '{log.Files.Day}', cannot be written: {e.Message}",
                e);
        }
    }
}
