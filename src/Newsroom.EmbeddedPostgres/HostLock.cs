namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Keeps a data directory to one host process. The operating system lets go of it when the process dies, however it dies,
/// so the file itself is never removed and says nothing.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    public static HostLock Take(PostgresDataDirectory data)
    {
        try
        {
            Directory.CreateDirectory(data.Parent);
            return new HostLock(new FileStream(data.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(data.LockFile))
        {
            throw new EmbeddedPostgresException(
                $"Another process already runs the PostgreSQL of {data.Path} ({data.LockFile} is locked). "
                    + "Stop that process, or give this one a data directory or a connection string of its own.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Cannot write {data.LockFile}: {e.Message} Choose a data directory that you may write to.",
                e
            );
        }
    }

    public void Dispose() => _file.Dispose();
}
