using System.Diagnostics;
using OpenTelemetry;

namespace Newsroom.Api.Composition.Titles;

/// <summary>The title that the running code works for: a request or a background job of its host, and what they start.</summary>
internal static class CurrentTitle
{
    /// <summary>The tag of metrics, traces and lines of the log.</summary>
    public const string Tag = "title";

    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Gets or sets the name; null outside of titles.</summary>
    public static string? Name
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>Adds the title to activities that are exported.</summary>
    internal sealed class Tagging : BaseProcessor<Activity>
    {
        /// <inheritdoc/>
        public override void OnStart(Activity data)
        {
            if (Name is { } name)
            {
                data.SetTag(Tag, name);
            }
        }
    }
}
