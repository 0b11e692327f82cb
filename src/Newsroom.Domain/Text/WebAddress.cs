namespace Newsroom.Domain.Text;

/// <summary>Recognises addresses of the web.</summary>
public static class WebAddress
{
    /// <summary>Returns whether a text is an absolute address with the scheme http or https.</summary>
    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
