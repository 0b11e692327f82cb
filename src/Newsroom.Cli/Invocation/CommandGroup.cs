namespace Newsroom.Cli.Invocation;

/// <summary>Commands that the help lists together.</summary>
/// <param name="Title">What they are for.</param>
/// <param name="Commands">The commands, in the usual order of their use.</param>
internal sealed record CommandGroup(string Title, IReadOnlyList<CliCommand> Commands);
