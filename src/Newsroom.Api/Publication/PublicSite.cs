using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Text;
using Newsroom.Formats;

namespace Newsroom.Api.Publication;

/// <summary>
/// Names the publisher and the address in public formats. Without a configured address it is the one that the request was sent to.
/// </summary>
/// <param name="Name">The name of the publisher.</param>
/// <param name="Url">The configured address; null for none.</param>
public sealed record PublicSite(string Name, string? Url)
{
    /// <summary>The setting of the name.</summary>
    public const string NameSetting = "Site:Name";

    /// <summary>The setting of the address.</summary>
    public const string UrlSetting = "Site:Url";

    private const string DefaultName = "Newsroom";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">The address is not one of HTTP.</exception>
    public static PublicSite Of(IConfiguration configuration)
    {
        var name = configuration[NameSetting] is { Length: > 0 } given ? given : DefaultName;
        var url = configuration[UrlSetting]?.TrimEnd('/');
        return string.IsNullOrEmpty(url) || IsAddress(url)
            ? new PublicSite(name, string.IsNullOrEmpty(url) ? null : url)
            : throw new SettingsException($"{UrlSetting} is \"{url}\". Accepted: an address such as https://www.example.org.");
    }

    /// <summary>Returns the site as the sender of a request knows it.</summary>
    public Site For(HttpRequest request)
    {
        var sent = $"{request.Scheme}://{request.Host}{request.PathBase}";
        return new Site(Name, Url ?? (IsAddress(sent) ? sent : "http://localhost"));
    }

    private static bool IsAddress(string text) =>
        WebAddress.IsWeb(text) && new Uri(text) is { Query.Length: 0, Fragment.Length: 0 };
}
