namespace Newsroom.Api.Tests.Postgres;

/// <summary>A temporary directory of a test. Other users can read it, because root runs PostgreSQL as another user.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory(string name) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{name}-{Guid.NewGuid():N}")).FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        while (Directory.Exists(Path))
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // A server that is stopping removed a part of it.
            }
        }
    }
}
