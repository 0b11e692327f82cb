using System.CommandLine;

namespace Newsroom.Cli.Parsing;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Server { get; } =
        new("--server")
        {
            Recursive = true,
            HelpName = "url",
            Description = "Server address. Default: NEWSROOM_URL, then the server running on this machine.",
        };

    public Option<string?> Token { get; } =
        new("--token")
        {
            Recursive = true,
            HelpName = "jwt",
            Description = "Bearer token. Default: NEWSROOM_TOKEN, then that of “newsroom login”.",
        };

    public Option<bool> Json { get; } =
        new("--json")
        {
            Recursive = true,
            Arity = ArgumentArity.Zero,
            Description = "Print the server's response as JSON.",
        };

    public Option<string?> IdempotencyKey { get; } =
        new("--idempotency-key")
        {
            Recursive = true,
            HelpName = "key",
            Description = "Carry out a command once, however often it is sent with the same key.",
        };

    public Option<bool> Preview { get; } =
        new("--preview")
        {
            Recursive = true,
            Arity = ArgumentArity.Zero,
            Description = "Show what a command would do; nothing is stored.",
        };

    public void AddTo(RootCommand root)
    {
        root.Add(Server);
        root.Add(Token);
        root.Add(Json);
        root.Add(IdempotencyKey);
        root.Add(Preview);
    }
}
