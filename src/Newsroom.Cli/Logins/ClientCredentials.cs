using System.Text;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Logins;

/// <summary>
/// The credentials of a service account. The secret is in a file or in the environment: a command line is visible to every user of the
/// machine.
/// </summary>
/// <param name="ClientId">The client id at the issuer.</param>
/// <param name="SecretFile">The file with the secret; null where <c>NEWSROOM_CLIENT_SECRET</c> has it.</param>
internal sealed record ClientCredentials(string ClientId, string? SecretFile)
{
    private const string IdVariable = "NEWSROOM_CLIENT_ID";

    private const string SecretVariable = "NEWSROOM_CLIENT_SECRET";

    private const string FileVariable = "NEWSROOM_CLIENT_SECRET_FILE";

    private const int MaxSecretBytes = 4096;

    /// <summary>Returns the credentials that options or the environment name; null for none.</summary>
    /// <exception cref="UsageException">A file is named without a client id.</exception>
    public static ClientCredentials? Find(CliEnvironment environment, string? clientId, string? secretFile)
    {
        var id = Given(clientId) ?? Given(environment.Variable(IdVariable));
        var file = Given(secretFile) ?? Given(environment.Variable(FileVariable));
        if (id is null && secretFile is not null)
        {
            throw new UsageException($"--client-secret-file needs a client id. Give --client-id, or set {IdVariable}.");
        }

        return id is null ? null : new ClientCredentials(id, file is null ? null : Path.GetFullPath(file));
    }

    /// <summary>Reads the secret.</summary>
    /// <exception cref="UsageException">There is none, or its file cannot be read.</exception>
    public string ReadSecret(CliEnvironment environment) =>
        SecretFile is not null
            ? ReadFile(SecretFile)
            : Given(environment.Variable(SecretVariable))
                ?? throw new UsageException(
                    $"The secret of {ClientId} is missing. Give --client-secret-file, or set {SecretVariable} or {FileVariable}."
                );

    private static string ReadFile(string path)
    {
        using var file = LocalFiles.OpenRead(path);
        var buffer = new byte[MaxSecretBytes + 1];
        var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count <= MaxSecretBytes && Given(Encoding.UTF8.GetString(buffer.AsSpan(0, count))) is { } secret
            ? secret
            : throw new UsageException($"{path} has no secret. Accepted: one line, at most {MaxSecretBytes} bytes.");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
