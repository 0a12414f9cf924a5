namespace BedrockPS.Local.Streams;

/// <summary>The member "p" that the service puts into every event to hide how long its text is.</summary>
internal static class Padding
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Padding whose length varies with the number of the event, the same way each time.</summary>
    public static string For(int number) => Alphabet[..(1 + (number * 37 % Alphabet.Length))];
}
