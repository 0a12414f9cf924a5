namespace BedrockPS.Tools;

/// <summary>Asks a person for a yes.</summary>
/// <param name="question">The question.</param>
/// <param name="caption">What it is about.</param>
/// <param name="yesToAll">Whether all further questions are answered with yes.</param>
/// <param name="noToAll">Whether all further questions are answered with no.</param>
internal delegate bool Confirmation(string question, string caption, ref bool yesToAll, ref bool noToAll);
