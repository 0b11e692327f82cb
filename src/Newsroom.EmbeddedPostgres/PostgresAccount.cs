namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Selects the operating system account that PostgreSQL runs as: the host's, unless that is root, which PostgreSQL rejects. Then the owner
/// of the data directory, else <c>postgres</c>, else <c>nobody</c>.
/// </summary>
internal sealed class PostgresAccount
{
    private static readonly PostgresAccount TheHosts = new(new AccountId("", "", ""), []);

    private readonly AccountId id;
    private readonly string[] become;

    private PostgresAccount(AccountId id, string[] become) => (this.id, this.become) = (id, become);

    private bool IsTheHosts => become.Length == 0;

    public static async Task<PostgresAccount> ForAsync(PostgresDataDirectory data, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return TheHosts;
        }

        var owner = Directory.Exists(data.Path) ? await AccountId.OwnerOfAsync(data.Path, cancellationToken) : null;
        var id = owner is { IsRoot: false }
            ? owner
            : await AccountId.NamedAsync("postgres", cancellationToken)
                ?? await AccountId.NamedAsync("nobody", cancellationToken)
                ?? throw new EmbeddedPostgresException(
                    "PostgreSQL refuses to run as root, and there is no account 'postgres' or 'nobody' to run it under. "
                        + "Run as an unprivileged user, or set a connection string."
                );
        var account = new PostgresAccount(id, await WayToBecomeAsync(id, cancellationToken));
        if (owner is { IsRoot: true })
        {
            await account.TakeOverAsync(data.Path, cancellationToken);
        }

        return account;
    }

    public Task<ProgramOutcome> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        string[] line = [.. become, program, .. arguments];
        return ExternalProgram.RunAsync(line[0], line[1..], cancellationToken);
    }

    /// <summary>Changes the owner of a file, or of a directory recursively.</summary>
    public async Task TakeOverAsync(string path, CancellationToken cancellationToken)
    {
        if (!IsTheHosts)
        {
            (await ExternalProgram.RunAsync("chown", ["-hR", $"{id.User}:{id.Group}", path], cancellationToken)).OutputOrThrow();
        }
    }

    public async Task RequireEntryAsync(string directory, CancellationToken cancellationToken)
    {
        if (IsTheHosts || await MayEnterAsync(directory, cancellationToken))
        {
            return;
        }

        var closed = directory;
        while (Path.GetDirectoryName(closed) is { } parent && !await MayEnterAsync(parent, cancellationToken))
        {
            closed = parent;
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL refuses to run as root, so it runs as '{id.Name}', which cannot enter {closed}. "
                + $"Choose a data directory that '{id.Name}' can reach, such as one in /var/lib, or run `chmod o+x {closed}`."
        );
    }

    private async Task<bool> MayEnterAsync(string directory, CancellationToken cancellationToken) =>
        (await RunAsync("test", ["-x", directory], cancellationToken)).Succeeded;

    private static async Task<string[]> WayToBecomeAsync(AccountId id, CancellationToken cancellationToken)
    {
        string[][] ways =
        [
            ["setpriv", $"--reuid={id.User}", $"--regid={id.Group}", "--clear-groups", "--"],
            ["runuser", "-u", id.Name, "--"],
            ["sudo", "-n", "-u", id.Name, "--"],
            ["su", "-s", "/bin/sh", id.Name, "-c", "exec \"$0\" \"$@\""],
        ];
        foreach (var way in ways)
        {
            if ((await ExternalProgram.RunAsync(way[0], [.. way[1..], "true"], cancellationToken)).Succeeded)
            {
                return way;
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL refuses to run as root, and none of {string.Join(", ", ways.Select(way => way[0]))} lets root run it as "
                + $"'{id.Name}'. Run as an unprivileged user, or set a connection string."
        );
    }
}
