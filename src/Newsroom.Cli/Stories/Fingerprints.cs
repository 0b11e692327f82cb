using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Screens;

namespace Newsroom.Cli.Stories;

/// <summary>Fingerprints as people give them: the first digits of the one they were shown.</summary>
internal static class Fingerprints
{
    private const int Fewest = 8;

    private const int All = 64;

    /// <summary>The option.</summary>
    public static MemberOption Option(Member member)
    {
        // Not marked as required: StoryVerb says what is missing in words of its own.
        var option = new Option<string>(member.Option) { HelpName = "digits", Description = MemberHelp.Of(member) };
        option.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var digits }] && (digits.Length is < Fewest or > All || !digits.All(char.IsAsciiHexDigit)))
            {
                given.AddError($"{member.Option} takes {Fewest} to {All} hexadecimal digits, as “newsroom show” prints them.");
            }
        });
        return new MemberOption(member, option, run => run.Of(option)!.ToLowerInvariant());
    }

    /// <summary>Whether nothing needs to be added; the newsroom itself then says whether the words still have it.</summary>
    public static bool AreWhole(string given) => given.Length == All;

    /// <summary>The whole fingerprint that a command's first digits mean, if the words judged still have it.</summary>
    /// <param name="given">The digits.</param>
    /// <param name="body">The command, which names a passage unless it judges the article.</param>
    /// <param name="story">The story as it stands.</param>
    public static string Expand(string given, JsonObject body, StoryPage story)
    {
        var (subject, fingerprint, words) = Subject(body, story);
        return fingerprint.StartsWith(given, StringComparison.Ordinal)
            ? fingerprint
            : throw new LocalProblem(
                $"The words of {subject} are not those with fingerprint {Screen.Short(given)}: they have changed since, or the digits are another's. "
                + $"Read them as they are now, and if your judgement stands, give it with --fingerprint {Screen.Short(fingerprint)}:\n\n{words}");
    }

    /// <summary>The whole fingerprint that a waiver's first digits mean, if the gate still fails for it.</summary>
    /// <param name="given">The digits.</param>
    /// <param name="body">The command, which names a gate and its subject.</param>
    /// <param name="gates">The gates as they stand.</param>
    public static string Expand(string given, JsonObject body, GatesPage gates) =>
        gates.Gates.Where(g => g.Gate == (string?)body["gate"]).SelectMany(g => g.Reasons)
            .FirstOrDefault(r => r.Subject == (string?)body["subject"] && r.Fingerprint?.StartsWith(given, StringComparison.Ordinal) == true)?.Fingerprint
        ?? throw new LocalProblem($"{body["gate"]} does not fail for {body["subject"]} with fingerprint {Screen.Short(given)}. “newsroom gates” prints what each gate fails for, and its fingerprint.");

    private static (string Subject, string Fingerprint, string Words) Subject(JsonObject body, StoryPage story)
    {
        if ((string?)body["passage"] is not { } id)
        {
            return ("the article", story.Fingerprint, string.Join("\n\n", story.Article.Texts));
        }

        return story.Passages.FirstOrDefault(p => p.Id == id) is { } passage
            ? (id, passage.Fingerprint, passage.Attributed)
            : throw new LocalProblem($"{story.Slug} has no passage {id}; it has {(story.Passages.Any() ? string.Join(", ", story.Passages.Select(p => p.Id)) : "none")}.");
    }
}
