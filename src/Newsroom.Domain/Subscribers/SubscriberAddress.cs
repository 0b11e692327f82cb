using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Subscribers;

/// <summary>Decides which addresses notices can be sent to, as far as their text says.</summary>
internal static class SubscriberAddress
{
    private const string Accepted = "Accepted: an absolute https:// address in ASCII (RFC 3986), such as https://example.org/newsroom.";

    /// <summary>Refuses an address; null where it is accepted. No refusal quotes it: it may have a password.</summary>
    public static Refusal? Refuse(string url, bool allowsHttp)
    {
        if (!HasPlainCharacters(url) || Authority(url) is not { Length: > 0 } authority || !WebAddress.IsWeb(url))
        {
            return Refusal.Rule("not-a-web-address", $"The address of the subscriber is not one of the web. {Accepted}");
        }

        if (!allowsHttp && new Uri(url).Scheme != Uri.UriSchemeHttps)
        {
            return Refusal.Rule("https-required", $"Notices are sent over https only. {Accepted}");
        }

        return authority.Contains('@', StringComparison.Ordinal) || url.Contains('#', StringComparison.Ordinal)
            ? Refusal.Rule("address-parts", $"The address of a subscriber has no user name, password or fragment. {Accepted}")
            : null;
    }

    // Programs differ in how they read a backslash, white space or a character beyond ASCII.
    private static bool HasPlainCharacters(string url) => url.All(c => c is > ' ' and < '\u007F' and not '\\');

    // The text between "//" and the path; an empty user name is in it as "@".
    private static string? Authority(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        return start < 0 ? null : url[(start + 3)..].Split('/', '?', '#')[0];
    }
}
