namespace Newsroom.Formats;

/// <summary>The publisher as readers know it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Url">The address without a slash at its end, such as <c>https://www.example.org</c>.</param>
public sealed record Site(string Name, string Url)
{
    /// <summary>Gets the host, which names the provider in identifiers.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.IdnHost : "localhost";

    /// <summary>Returns the path of a story at the host.</summary>
    public string PathOf(string slug) =>
        $"{(Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.AbsolutePath.TrimEnd('/') : "")}/published/{slug}";

    /// <summary>Returns the address of a story.</summary>
    public string AddressOf(string slug) => $"{Url}/published/{slug}";
}
