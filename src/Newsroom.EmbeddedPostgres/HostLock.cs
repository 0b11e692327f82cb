namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Restricts a data directory to one host process. The operating system releases the lock when the process dies, so the file is never
/// removed.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream file;

    private HostLock(FileStream file) => this.file = file;

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
                $"Another process runs the PostgreSQL in {data.Path} ({data.LockFile} is locked). "
                    + "Stop that process, or set another data directory or a connection string.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Cannot write {data.LockFile}: {e.Message} Choose a data directory that you can write to.",
                e
            );
        }
    }

    public void Dispose() => file.Dispose();
}
