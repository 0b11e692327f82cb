using System.Globalization;
using Newsroom.Local;

namespace Newsroom.EmbeddedPostgres;

internal sealed class PostgresDataDirectory(string path)
{
    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Parent =>
        System.IO.Path.GetDirectoryName(Path)
        ?? throw new EmbeddedPostgresException($"{Path} cannot be a data directory: it is the root of a file system.");

    public string LockFile => $"{Path}.lock";

    public string LogFile => $"{Path}.log";

    public string PasswordFile => System.IO.Path.Combine(Path, "newsroom.password");

    public string PidFile => System.IO.Path.Combine(Path, "postmaster.pid");

    /// <summary>Returns the major version that created the directory; null if there is none.</summary>
    public int? MajorVersion()
    {
        try
        {
            if (!Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any())
            {
                return null;
            }

            var version = File.ReadAllText(System.IO.Path.Combine(Path, "PG_VERSION"));
            return int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FileNotFoundException or FormatException)
        {
            throw new EmbeddedPostgresException(
                $"{Path} is not empty and not a PostgreSQL data directory. Choose another directory, or move its contents away.",
                e
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException($"{Path} belongs to another user. Run as that user, or choose another data directory.", e);
        }
    }

    /// <summary>Throws if the directory was created by another program, so that it is not modified.</summary>
    public bool IsMade()
    {
        var made = MajorVersion() is not null;
        return !made || File.Exists(PasswordFile)
            ? made
            : throw new EmbeddedPostgresException(
                $"{Path} was not created by the newsroom: it has no {System.IO.Path.GetFileName(PasswordFile)}. "
                    + "Start its server and set a connection string, or choose another data directory."
            );
    }

    public string Password() => File.ReadAllText(PasswordFile);

    /// <summary>
    /// Removes the postmaster.pid of a dead server: another program may have its process id. If the server does run, its shared memory
    /// still prevents a second one.
    /// </summary>
    public void ForgetServer() => File.Delete(PidFile);

    /// <summary>Starts a new log; the previous one is kept as <c>.log.old</c>.</summary>
    public void StartLog()
    {
        if (File.Exists(LogFile))
        {
            File.Move(LogFile, $"{LogFile}.old", overwrite: true);
        }

        PrivateFile.Create(LogFile).Dispose();
    }

    public long LogLength => new FileInfo(LogFile).Length;

    public string LogFrom(long position)
    {
        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = position;
        using var text = new StreamReader(log);
        return text.ReadToEnd();
    }
}
