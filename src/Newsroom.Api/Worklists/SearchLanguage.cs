namespace Newsroom.Api.Worklists;

/// <summary>
/// The text search configurations that words of stories are stemmed with, by language. Each is created by <see cref="StemConfigurations"/>.
/// </summary>
internal static class SearchLanguage
{
    /// <summary>The configuration of languages without stems: words are compared as they are.</summary>
    public const string Simple = "simple";

    private static readonly Dictionary<string, string> Configurations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["da"] = "danish",
        ["de"] = "german",
        ["el"] = "greek",
        ["en"] = "english",
        ["es"] = "spanish",
        ["fi"] = "finnish",
        ["fr"] = "french",
        ["hu"] = "hungarian",
        ["it"] = "italian",
        ["nb"] = "norwegian",
        ["nl"] = "dutch",
        ["nn"] = "norwegian",
        ["no"] = "norwegian",
        ["pt"] = "portuguese",
        ["ro"] = "romanian",
        ["ru"] = "russian",
        ["sv"] = "swedish",
        ["tr"] = "turkish",
    };

    /// <summary>Gets the configurations with stems.</summary>
    public static IReadOnlyList<string> Stemmed { get; } = [.. Configurations.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Gets all configurations.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Stemmed, Simple];

    /// <summary>Returns the configuration of a language (BCP 47).</summary>
    public static string Of(string language) => Configurations.GetValueOrDefault(language.Split('-')[0], Simple);
}
