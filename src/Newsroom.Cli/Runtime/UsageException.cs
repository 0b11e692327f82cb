namespace Newsroom.Cli.Runtime;

/// <summary>A command line cannot be carried out; the message names what is wrong and what is accepted.</summary>
internal sealed class UsageException(string message) : Exception(message);
