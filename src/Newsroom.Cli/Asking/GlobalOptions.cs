using System.CommandLine;

namespace Newsroom.Cli.Asking;

/// <summary>The options every verb takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where the newsroom is.</summary>
    public Option<string?> Server { get; } = new("--server") { Recursive = true, HelpName = "url", Description = "The newsroom's address; otherwise NEWSROOM_URL, otherwise the newsroom running here." };

    /// <summary>Who asks.</summary>
    public Option<string?> Token { get; } = new("--token") { Recursive = true, HelpName = "jwt", Description = "Who you are; otherwise NEWSROOM_TOKEN." };

    /// <summary>For scripts.</summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true, Arity = ArgumentArity.Zero, Description = "Print the newsroom's answer as JSON." };

    /// <summary>For repeating safely.</summary>
    public Option<string?> IdempotencyKey { get; } = new("--idempotency-key") { Recursive = true, HelpName = "key", Description = "Repeating a command under the same key carries it out once." };

    /// <summary>Lets every verb of <paramref name="root"/> take them.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(Server);
        root.Add(Token);
        root.Add(Json);
        root.Add(IdempotencyKey);
    }
}
