using Newsroom.Cli;

return await CommandLine.RunAsync(args, Machine.ThisOne());
