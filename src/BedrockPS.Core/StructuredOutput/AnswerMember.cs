using System.Reflection;

namespace BedrockPS.StructuredOutput;

/// <summary>A member of a type that a model can fill.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Property">The property.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
/// <param name="Facts">What attributes say of it.</param>
public sealed record AnswerMember(string Name, PropertyInfo Property, bool IsNullable, MemberFacts Facts);
