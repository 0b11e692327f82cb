using System.Security.Cryptography;
using Newsroom.Local;

namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Creates a data directory beside its final path and renames it when it is complete. So the remains of an interrupted start are never used
/// as a database; the next start removes them.
/// </summary>
internal static class NewDataDirectory
{
    public const string Superuser = "newsroom";

    public static async Task MakeAsync(
        PostgresDataDirectory data,
        PostgresBinaries binaries,
        PostgresAccount account,
        bool durable,
        CancellationToken cancellationToken
    )
    {
        RemoveUnfinished(data);
        var staging = Directory.CreateDirectory($"{data.Path}.new-{Guid.NewGuid():N}").FullName;
        try
        {
            var password = Path.Combine(staging, "password");
            var cluster = Path.Combine(staging, "data");
            await WritePasswordAsync(password, cancellationToken);
            await account.TakeOverAsync(staging, cancellationToken);
            List<string> arguments =
            [
                "-D",
                cluster,
                $"--username={Superuser}",
                $"--pwfile={password}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions",
            ];
            if (!durable)
            {
                arguments.Add("--no-sync");
            }

            (await account.RunAsync(binaries.Initdb, arguments, cancellationToken)).OutputOrThrow();
            File.Move(password, Path.Combine(cluster, Path.GetFileName(data.PasswordFile)));
            PutInPlace(cluster, data);
        }
        finally
        {
            RemoveUnfinished(data);
        }
    }

    private static async Task WritePasswordAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(PrivateFile.Create(path));
        await file.WriteAsync(RandomNumberGenerator.GetHexString(32, lowercase: true).AsMemory(), cancellationToken);
    }

    private static void PutInPlace(string cluster, PostgresDataDirectory data)
    {
        try
        {
            if (Directory.Exists(data.Path))
            {
                Directory.Delete(data.Path);
            }

            Directory.Move(cluster, data.Path);
        }
        catch (IOException e)
        {
            throw new EmbeddedPostgresException(
                $"{data.Path} cannot be replaced by a new data directory: {e.Message} "
                    + "If it is a mount point, choose a directory inside it.",
                e
            );
        }
    }

    private static void RemoveUnfinished(PostgresDataDirectory data)
    {
        foreach (var unfinished in Directory.EnumerateDirectories(data.Parent, $"{Path.GetFileName(data.Path)}.new-*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // An initdb that outlived its host still writes there; the next start removes the rest.
            }
        }
    }
}
