using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.Speakers;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Marking;

/// <summary>
/// Asks about each unmarked quotation. Quotes are based on the version that was listed, so they merge with edits by others; dismissals are
/// based on the version after the last answer.
/// </summary>
internal sealed class MarkingSession(
    CommandContext context,
    TextReader answers,
    StoryDetails story,
    QuotedText quoted,
    List<SpeakerDetails> speakers,
    StoryProposals proposals,
    Role? role
)
{
    private const int ContextCharacters = 120;
    private const int MaxCandidates = 8;

    private StoryProposals proposed = proposals;
    private long version = quoted.Version;
    private int attributed;
    private int dismissed;
    private bool hasQuit;

    /// <summary>Asks until all quotations are marked or the person quits; returns whether the person did not quit.</summary>
    public async Task<bool> RunAsync()
    {
        var unmarked = quoted.Quoted.Where(span => span.State == "unattributed").ToList();
        context.Output.Write($"{story.Slug}, version {story.Version}: {unmarked.Count} unmarked quotations.", Styles.Heading);
        foreach (var (index, span) in unmarked.Index())
        {
            Show(span, index + 1, unmarked.Count);
            await AskAsync(span);
            if (hasQuit)
            {
                break;
            }
        }

        context.Output.WriteBlankLine();
        context.Output.Write($"Attributed {attributed}, dismissed {dismissed}, left {unmarked.Count - attributed - dismissed}.");
        return !hasQuit;
    }

    private void Show(QuotedSpan span, int index, int count)
    {
        var text = TextOf(span.Field);
        var (start, end) = (Math.Min(span.Range.Start, text.Length), Math.Min(span.Range.End, text.Length));
        var before = text[Math.Max(text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1, start - ContextCharacters)..start];
        var lineEnd = text.IndexOf('\n', end);
        var after = text[end..Math.Min(lineEnd < 0 ? text.Length : lineEnd, Math.Min(text.Length, end + ContextCharacters))];
        context.Output.WriteHeading($"{index} of {count}: {span.Field} {span.Range.Start}-{span.Range.End}");
        context.Output.Write([(before, Styles.Muted), (span.Words, Styles.Heading), (after, Styles.Muted)]);
    }

    private async Task AskAsync(QuotedSpan span)
    {
        var proposal = ProposalOf(span);
        if (proposal is not null)
        {
            context.Output.Write($"Proposed: {proposal.Proposal.Speaker}. {proposal.Message}", Styles.Pending);
        }

        var accept = proposal is null ? "" : $"Enter for {proposal.Proposal.Speaker}, ";
        while (!hasQuit)
        {
            context.Output.WritePrompt($"Speaker (id or name, +name registers one), {accept}s skip, d dismiss, q quit:");
            var answer = (await answers.ReadLineAsync(context.CancellationToken))?.Trim();
            switch (answer)
            {
                case null or "q":
                    hasQuit = true;
                    return;
                case "s":
                    return;
                case "d":
                    if (await DismissAsync(span))
                    {
                        return;
                    }

                    break;
                case "":
                    if (proposal is not null && await AttributeAsync(span, proposal.Proposal.Speaker!, proposal.Proposal.Attribution))
                    {
                        return;
                    }

                    break;
                case ['+', .. var name]:
                    if (
                        await RegisterAsync(name) is { } registered
                        && await AttributeAsync(span, registered, AttributionOf(span, registered))
                    )
                    {
                        return;
                    }

                    break;
                default:
                    if (Chosen(answer) is { } speaker && await AttributeAsync(span, speaker.Id, attribution: null))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    private SpeakerDetails? Chosen(string answer)
    {
        var found = SpeakerNames.Find(speakers, answer);
        if (found is [var speaker])
        {
            return speaker;
        }

        var candidates = string.Join(", ", found.Take(MaxCandidates).Select(s => $"{s.Id} ({s.Name})"));
        context.Output.Write(
            found.IsEmpty
                ? $"There is no speaker “{answer}”. Register them with “+{answer}, office and place”, or skip with s."
                : $"“{answer}” can be {candidates}{(found.Length > MaxCandidates ? " …" : "")}. Answer with one id."
        );
        return null;
    }

    /// <summary>Registers a speaker, given as “Name, office and place”; returns the id, or null if it is refused.</summary>
    private async Task<string?> RegisterAsync(string answer)
    {
        var (name, description) = answer.Split(',', 2, StringSplitOptions.TrimEntries) is [var first, var rest]
            ? (first, rest)
            : (answer.Trim(), null);
        try
        {
            var registration = new SpeakerRegistration(name, Id: null, description, Identity: null);
            var speaker = (await context.Client.Speakers.RegisterAsync(registration, cancellationToken: context.CancellationToken)).Value;
            speakers.Add(speaker);
            context.Output.Write($"Registered {speaker.Name} as {speaker.Id}.");
            var found = (await context.Client.Stories.GetProposalsAsync(story.Id, limit: 1, context.CancellationToken)).Value;
            proposed = proposed with { Speakers = [.. proposed.Speakers.Select(p => Completed(p, found))] };
            return speaker.Id;
        }
        catch (ApiException refusal)
        {
            WriteRefusal(refusal);
            return null;
        }
    }

    /// <summary>Returns a proposal with the speaker that is registered now. Quotations marked since are no longer proposed.</summary>
    private static ProposedSpeaker Completed(ProposedSpeaker before, StoryProposals now) =>
        now.Speakers.FirstOrDefault(p =>
            p.Proposal.Field == before.Proposal.Field
            && p.Proposal.Range == before.Proposal.Range
            && p.Proposal.Words == before.Proposal.Words
        )
            is { } found
            ? before with
            {
                Proposal = found.Proposal with { Number = before.Proposal.Number },
                Message = found.Message,
            }
            : before;

    private ProposedWords? AttributionOf(QuotedSpan span, string speaker) =>
        ProposalOf(span) is { Proposal: { } proposal } && proposal.Speaker == speaker ? proposal.Attribution : null;

    /// <summary>Returns the proposal for a quotation, where it names a registered speaker and is of the version listed.</summary>
    private ProposedSpeaker? ProposalOf(QuotedSpan span) =>
        proposed.Version == quoted.Version
            ? proposed.Speakers.FirstOrDefault(p => p.Proposal.Number == span.Number && p.Proposal.Speaker is not null)
            : null;

    private Task<bool> AttributeAsync(QuotedSpan span, string speaker, ProposedWords? attribution) =>
        SendAsync(
            new StoryCommand.AttributeQuote(Words: null, speaker)
            {
                Range = new FieldRange(span.Range.Start, span.Range.End) { Field = FieldOf(span) },
                Attribution = attribution?.Words,
                AttributionStart = attribution?.Range.Start,
                BasedOn = quoted.Version,
                As = role,
            },
            () => attributed++
        );

    private async Task<bool> DismissAsync(QuotedSpan span)
    {
        context.Output.WritePrompt("Reason, why these words are not speech:");
        var reason = (await answers.ReadLineAsync(context.CancellationToken))?.Trim();
        if (string.IsNullOrEmpty(reason))
        {
            hasQuit = reason is null;
            return false;
        }

        var command = new StoryCommand.DismissQuotation(span.Words, reason)
        {
            Field = FieldOf(span),
            Start = span.Range.Start,
            BasedOn = version,
            As = role,
        };
        return await SendAsync(command, () => dismissed++);
    }

    /// <summary>Sends a command; returns whether the server accepted it. A refusal is written.</summary>
    private async Task<bool> SendAsync(StoryCommand command, Action count)
    {
        try
        {
            var result = (await context.Client.Stories.SendAsync(story.Id, command, cancellationToken: context.CancellationToken)).Value;
            if (result.Version - result.Events.Count == version)
            {
                version = result.Version;
            }

            ShownVersions.Of(context).Follow(result);
            count();
            return true;
        }
        catch (ApiException refusal)
        {
            WriteRefusal(refusal);
            return false;
        }
    }

    private void WriteRefusal(ApiException refusal)
    {
        context.ErrorConsole.WriteProblem(refusal, asJson: false);
        context.Outcome = ExitCode.Refused;
    }

    private string TextOf(string field) =>
        field switch
        {
            "headline" => story.Article.Headline,
            "standfirst" => story.Article.Standfirst,
            _ => story.Article.Body,
        };

    private static ArticleField FieldOf(QuotedSpan span) => Enum.GetValues<ArticleField>().First(f => f.ToKebabCase() == span.Field);
}
