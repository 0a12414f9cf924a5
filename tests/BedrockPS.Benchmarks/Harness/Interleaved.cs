using System.Diagnostics;

namespace BedrockPS.Benchmarks.Harness;

/// <summary>Measures two things in turns, so that what else the machine does falls on both.</summary>
internal static class Interleaved
{
    /// <summary>The times of both in milliseconds, after <paramref name="warmUps"/> rounds that do not count.</summary>
    public static (Samples Ours, Samples Theirs) Measure(Action ours, Action theirs, int rounds, int warmUps)
    {
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        for (int round = -warmUps; round < rounds; round++)
        {
            // Who goes first changes, for what one leaves behind is the other's to clear.
            bool oursFirst = round % 2 == 0;
            double a = Time(oursFirst ? ours : theirs);
            double b = Time(oursFirst ? theirs : ours);
            if (round >= 0)
            {
                (first[round], second[round]) = oursFirst ? (a, b) : (b, a);
            }
        }

        return (new Samples(first), new Samples(second));
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
