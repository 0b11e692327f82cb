namespace Newsroom.Cli;

/// <summary>Why a line cannot be carried to a newsroom: what is wrong and what would be accepted.</summary>
internal class LocalProblem(string message) : Exception(message);

/// <summary>Reports that no newsroom answers at the address.</summary>
internal sealed class Unreachable(string message) : LocalProblem(message);
