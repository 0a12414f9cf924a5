namespace BedrockPS.Usage;

/// <summary>A scale from nothing to a round number above the largest value.</summary>
internal sealed record Scale(double Max, double Step)
{
    public static Scale To(double largest)
    {
        if (largest <= 0)
        {
            return new Scale(1, 1);
        }

        double rough = largest / 4;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 1.0, 2, 2.5, 5, 10 }.First(factor => factor * power >= rough * 0.999);
        return new Scale(Math.Ceiling((largest / step) - 1e-9) * step, step);
    }

    public IEnumerable<double> Ticks =>
        Enumerable.Range(0, (int)Math.Round(Max / Step) + 1).Select(tick => tick * Step);

    public double At(double value, double length) => value / Max * length;
}
