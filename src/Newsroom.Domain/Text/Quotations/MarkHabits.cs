namespace Newsroom.Domain.Text.Quotations;

/// <summary>Describes how a language uses quotation marks.</summary>
/// <param name="language">The BCP 47 tag of the language.</param>
internal sealed class MarkHabits(string language)
{
    /// <summary>Whether a single ’ can also open.</summary>
    public bool OpensWithCloser { get; } =
        IsAnyOf(language, "sv", "fi", "da", "nb", "nn", "no", "nl", "he", "yi", "ar", "ur", "sr", "se", "sma", "rn", "sn", "lag");

    /// <summary>Whether each paragraph of a quotation begins with a closing mark.</summary>
    public bool ContinuesWithCloser { get; } = IsAnyOf(language, "fr", "es", "it", "pt", "ca", "gl");

    /// <summary>Whether 《…》 mark titles.</summary>
    public bool HasTitleMarks { get; } = IsAnyOf(language, "zh", "yue", "ja", "ko") && !IsAnyOf(language, "ko-KP");

    /// <summary>Whether articles are elided before names: <c>l'Italia</c>.</summary>
    public bool ElidesBeforeCapitals { get; } =
        IsAnyOf(language, "fr", "it", "ca", "oc", "br", "lij", "vec", "sc", "fur", "pms", "uz", "haw", "ga", "gd");

    private static bool IsAnyOf(string language, params ReadOnlySpan<string> languages)
    {
        foreach (var one in languages)
        {
            if (
                language.StartsWith(one, StringComparison.OrdinalIgnoreCase)
                && (language.Length == one.Length || language[one.Length] == '-')
            )
            {
                return true;
            }
        }

        return false;
    }
}
