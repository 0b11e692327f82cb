using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>
/// Encrypts the secrets of subscribers with ASP.NET Data Protection, each for its subscriber. The key ring is apart from that of the
/// console, because it must last as long as the database.
/// </summary>
internal sealed class SecretProtection(SubscriberSettings settings)
{
    private const string Purpose = "Newsroom.SubscriberSecrets";

    private IDataProtectionProvider? provider;

    /// <summary>Encrypts a secret.</summary>
    /// <exception cref="SecretKeysException">There are no keys.</exception>
    public byte[] Protect(string subscriber, string secret)
    {
        try
        {
            return Protector(provider ??= Open(), subscriber).Protect(Encoding.ASCII.GetBytes(secret));
        }
        catch (Exception failure) when (IsOfKeys(failure))
        {
            throw Unavailable(failure);
        }
    }

    /// <summary>Decrypts a secret.</summary>
    /// <exception cref="SecretKeysException">There are no keys, or none that the secret was encrypted with.</exception>
    public string Unprotect(string subscriber, byte[] ciphertext)
    {
        try
        {
            return Unprotect(provider ??= Open(), subscriber, ciphertext);
        }
        catch (Exception failure) when (IsOfKeys(failure))
        {
            return UnprotectAfresh(subscriber, ciphertext);
        }
    }

    // Another node may have written the key after this one read the directory, which is not read again for a day.
    private string UnprotectAfresh(string subscriber, byte[] ciphertext)
    {
        try
        {
            var current = Open();
            var secret = Unprotect(current, subscriber, ciphertext);
            provider = current;
            return secret;
        }
        catch (Exception failure) when (IsOfKeys(failure))
        {
            throw Unavailable(failure);
        }
    }

    private IDataProtectionProvider Open()
    {
        if (settings.KeyDirectory is not { } directory)
        {
            throw new SecretKeysException(
                $"Secrets of subscribers need {SubscriberSettings.DirectorySetting}: a directory that all nodes share, for the keys that "
                    + "they are encrypted with."
            );
        }

        CreateDirectory(directory);
        return DataProtectionProvider.Create(new DirectoryInfo(directory), options => options.SetApplicationName("newsroom-subscribers"));
    }

    private SecretKeysException Unavailable(Exception failure) =>
        new(
            $"The keys in {settings.KeyDirectory} ({SubscriberSettings.DirectorySetting}) cannot be used: {failure.Message} Restore the "
                + "directory from a backup, or rotate the secrets of all subscribers.",
            failure
        );

    private static string Unprotect(IDataProtectionProvider provider, string subscriber, byte[] ciphertext) =>
        Encoding.ASCII.GetString(Protector(provider, subscriber).Unprotect(ciphertext));

    private static IDataProtector Protector(IDataProtectionProvider provider, string subscriber) =>
        provider.CreateProtector(Purpose, subscriber);

    private static bool IsOfKeys(Exception failure) => failure is CryptographicException or IOException or UnauthorizedAccessException;

    private static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
