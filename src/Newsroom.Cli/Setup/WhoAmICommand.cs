using Newsroom.Cli.Invocation;

namespace Newsroom.Cli.Setup;

/// <summary><c>newsroom whoami</c>: shows who the server takes the caller for.</summary>
internal static class WhoAmICommand
{
    public static CliCommand Create() =>
        new(
            "whoami",
            "Show the identity and the roles of your token, as the server reads them.",
            [],
            context =>
                context.ShowAsync(
                    context.Client.Worklists.GetMeAsync(context.CancellationToken),
                    (console, me) =>
                    {
                        console.Write($"{me.Name} ({me.Person}) at {context.ServerName}");
                        console.Write($"Roles: {(me.Roles.Count > 0 ? string.Join(", ", me.Roles) : "none")}");
                    }
                )
        );
}
