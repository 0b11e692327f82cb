namespace Newsroom.EmbeddedPostgres;

internal sealed record AccountId(string Name, string User, string Group)
{
    public bool IsRoot => User == "0";

    public static async Task<AccountId?> NamedAsync(string name, CancellationToken cancellationToken)
    {
        var user = await ExternalProgram.RunAsync("id", ["-u", name], cancellationToken);
        var group = await ExternalProgram.RunAsync("id", ["-g", name], cancellationToken);
        return user.Succeeded && group.Succeeded ? new AccountId(name, user.Output, group.Output) : null;
    }

    /// <summary>The owner of a file may have no name in a container.</summary>
    public static async Task<AccountId> OwnerOfAsync(string path, CancellationToken cancellationToken)
    {
        var listing = (await ExternalProgram.RunAsync("ls", ["-nd", path], cancellationToken)).OutputOrThrow();
        var columns = listing.Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        var name = await ExternalProgram.RunAsync("id", ["-un", columns[2]], cancellationToken);
        return new AccountId(name.Succeeded ? name.Output : columns[2], columns[2], columns[3]);
    }
}
