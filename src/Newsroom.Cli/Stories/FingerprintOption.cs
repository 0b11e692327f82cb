using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>The option for a fingerprint, given by its first digits.</summary>
internal static class FingerprintOption
{
    private const int MinDigits = 8;

    private const int MaxDigits = 64;

    public static ParameterOption Create(CommandParameter parameter)
    {
        // Not marked as required: StoryCliCommand reports a missing fingerprint with the command that prints it.
        var option = new Option<string>(parameter.Option) { HelpName = "digits", Description = ParameterHelp.Describe(parameter) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var digits }] && !IsValid(digits))
            {
                result.AddError(
                    $"{parameter.Option} does not accept “{digits}”. "
                        + $"Use {MinDigits} to {MaxDigits} hexadecimal digits, as “newsroom show” prints them."
                );
            }
        });
        return new ParameterOption(parameter, option, context => context.GetValue(option)!.ToLowerInvariant());
    }

    public static bool IsComplete(string digits) => digits.Length == MaxDigits;

    /// <summary>Returns the fingerprint that begins with <paramref name="digits"/>, where the words judged still have it.</summary>
    /// <param name="digits">The first digits.</param>
    /// <param name="body">The command; without a passage it judges the article.</param>
    /// <param name="story">The current story.</param>
    public static string Complete(string digits, JsonObject body, StoryDetails story)
    {
        var (subject, fingerprint, words) = FindSubject(body, story);
        return fingerprint.StartsWith(digits, StringComparison.Ordinal)
            ? fingerprint
            : throw new UsageException(
                $"The fingerprint of {subject} does not begin with {ConsoleRenderer.ShortFingerprint(digits)}: its words have changed, "
                    + "or the digits belong to other words. Read the current words; if your judgement still applies, use "
                    + $"--fingerprint {ConsoleRenderer.ShortFingerprint(fingerprint)}:\n\n{words}"
            );
    }

    /// <summary>Returns the fingerprint that begins with <paramref name="digits"/>, where the gate still fails for it.</summary>
    /// <param name="digits">The first digits.</param>
    /// <param name="body">The command, which names a gate and its subject.</param>
    /// <param name="report">The current gates.</param>
    public static string Complete(string digits, JsonObject body, GateReport report)
    {
        var (gate, subject) = ((string?)body["gate"], (string?)body["subject"]);
        var reason = report
            .Gates.Where(g => g.Gate == gate)
            .SelectMany(g => g.Reasons)
            .FirstOrDefault(r => r.Subject == subject && r.Fingerprint?.StartsWith(digits, StringComparison.Ordinal) == true);
        return reason?.Fingerprint
            ?? throw new UsageException(
                $"{gate} does not fail for {subject} with fingerprint {ConsoleRenderer.ShortFingerprint(digits)}. "
                    + "“newsroom gates” prints the subject and the fingerprint of each failure."
            );
    }

    /// <summary>Returns the fingerprint of the words that a command judges, in the story as it was shown.</summary>
    public static string Find(JsonObject body, StoryDetails story) => FindSubject(body, story).Fingerprint;

    private static bool IsValid(string digits) => digits.Length is >= MinDigits and <= MaxDigits && digits.All(char.IsAsciiHexDigit);

    private static (string Subject, string Fingerprint, string Words) FindSubject(JsonObject body, StoryDetails story)
    {
        if ((string?)(body["passage"] ?? body["claim"]) is not { } id)
        {
            return ("the article", story.Fingerprint, string.Join("\n\n", story.Article.InReadingOrder()));
        }

        if (story.Passages.FirstOrDefault(p => p.Id == id) is { } passage)
        {
            return (id, passage.Fingerprint, passage.WithAttribution());
        }

        var known = story.Passages.Any() ? string.Join(", ", story.Passages.Select(p => p.Id)) : "none";
        throw new UsageException($"{story.Slug} has no passage {id}. Its passages: {known}.");
    }
}
