namespace Newsroom.Cli;

/// <summary>Why a line cannot be carried to a newsroom: what is wrong and what would be accepted.</summary>
internal sealed class LocalProblem(string message) : Exception(message);
