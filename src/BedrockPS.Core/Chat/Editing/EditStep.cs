namespace BedrockPS.Chat.Editing;

/// <summary>One step of editing: what to do, and with which text.</summary>
internal readonly record struct EditStep(EditAction Action, string Text = "")
{
    public static EditStep None => default;

    public static EditStep Insert(string text) => new(EditAction.Insert, text);

    public static implicit operator EditStep(EditAction action) => new(action);
}
