using Newsroom.Cli;
using Newsroom.Cli.Runtime;

return await CommandLine.RunAsync(args, CliEnvironment.FromProcess());
