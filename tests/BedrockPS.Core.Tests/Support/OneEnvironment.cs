namespace BedrockPS.Tests;

/// <summary>Tests that change the environment, which is one for the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneEnvironment
{
    public const string Name = "environment";
}
