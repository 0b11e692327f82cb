using System.Collections.Immutable;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Checking;

/// <summary>Asks for the verdict on each passage that a fact-checker has not checked. A verdict is for the words that were shown.</summary>
internal sealed class CheckingSession(CommandContext context, TextReader answers, StoryDetails story, string checker)
{
    private const string Verdicts = "v verified, d disputed, w wrong, u unverifiable, s skip, q quit:";

    private ImmutableArray<EvidenceItem> last = [];
    private int recorded;
    private bool hasQuit;

    /// <summary>Asks until all passages are checked or the person quits.</summary>
    public async Task RunAsync()
    {
        var waiting = story
            .Passages.Where(p => p.State != "orphaned" && !p.Checks.Any(check => check.Standing && check.Checker == checker))
            .ToList();
        context.Output.Write($"{story.Slug}, version {story.Version}: {waiting.Count} passages that you have not checked.", Styles.Heading);
        foreach (var (index, passage) in waiting.Index())
        {
            Show(passage, index + 1, waiting.Count);
            await AskAsync(passage);
            if (hasQuit)
            {
                break;
            }
        }

        context.Output.WriteBlankLine();
        context.Output.Write($"Recorded {recorded}, left {waiting.Count - recorded}.");
        if (recorded > 0)
        {
            await RemainingChecks.ShowAsync(context, story.Id);
        }

        NextSteps.Show(context, typeof(StoryCommand.FactCheck), story.Slug);
    }

    private void Show(PassageDetails passage, int index, int count)
    {
        context.Output.WriteHeading($"{index} of {count}: {passage.Id} ({passage.State})");
        context.Output.Write(passage.WithAttribution());
        foreach (var line in passage.Checks.SelectMany(check => StoryRenderer.Describe(context.Output, check, passage.Words)))
        {
            context.Output.Write(line, Styles.Muted);
        }
    }

    private async Task AskAsync(PassageDetails passage)
    {
        while (!hasQuit)
        {
            switch (await ReadAsync(Verdicts))
            {
                case "q":
                    hasQuit = true;
                    return;
                case "s":
                    return;
                case { } answer when Chosen(answer) is { } verdict:
                    if (await CheckAsync(passage, verdict))
                    {
                        return;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static Verdict? Chosen(string answer) =>
        answer switch
        {
            "v" => Verdict.Verified,
            "d" => Verdict.Disputed,
            "w" => Verdict.Wrong,
            "u" => Verdict.Unverifiable,
            _ => null,
        };

    private async Task<bool> CheckAsync(PassageDetails passage, Verdict verdict)
    {
        var reason = verdict == Verdict.Verified ? null : await ReadAsync("Reason:");
        if (hasQuit || reason == "")
        {
            return false;
        }

        var evidence = await ReadEvidenceAsync(isRequired: verdict == Verdict.Verified);
        if (hasQuit)
        {
            return false;
        }

        var method = await ReadAsync("Method, how you checked it (may be empty):");
        return !hasQuit
            && await SendAsync(
                new StoryCommand.FactCheck(passage.Id, new Fingerprint(passage.Fingerprint), verdict)
                {
                    Evidence = evidence,
                    Reason = reason,
                    Method = string.IsNullOrEmpty(method) ? null : method,
                }
            );
    }

    /// <summary>Reads pieces of evidence until an empty line. Where evidence is required, the first empty line takes the last.</summary>
    private async Task<ImmutableArray<EvidenceItem>> ReadEvidenceAsync(bool isRequired)
    {
        var pieces = ImmutableArray.CreateBuilder<EvidenceItem>();
        while (!hasQuit)
        {
            var again = isRequired && pieces.Count == 0 && last is [var first, ..] ? $"; Enter for “{first.Citation}” again" : "";
            var end = pieces.Count > 0 ? "; Enter to end" : "";
            var line = await ReadAsync($"Evidence (kind: citation; kinds: {EvidenceOption.KindList}){again}{end}:");
            if (line.Length > 0)
            {
                TryAdd(line, pieces);
                continue;
            }

            if (pieces.Count > 0)
            {
                return last = pieces.ToImmutable();
            }

            if (!last.IsEmpty || !isRequired)
            {
                return isRequired ? last : [];
            }
        }

        return [];
    }

    private void TryAdd(string line, ImmutableArray<EvidenceItem>.Builder pieces)
    {
        try
        {
            pieces.AddRange(EvidenceOption.Parse(line, context.Input));
        }
        catch (UsageException failure)
        {
            context.ErrorConsole.Write(failure.Message);
        }
    }

    /// <summary>Asks, and returns the answer without spaces around it. The end of the input quits.</summary>
    private async Task<string> ReadAsync(string question)
    {
        context.Output.WritePrompt(question);
        var answer = await answers.ReadLineAsync(context.CancellationToken);
        hasQuit |= answer is null;
        return answer?.Trim() ?? "";
    }

    /// <summary>Sends a command; returns whether the server accepted it. A refusal is written.</summary>
    private async Task<bool> SendAsync(StoryCommand command)
    {
        try
        {
            var result = (await context.Client.Stories.SendAsync(story.Id, command, cancellationToken: context.CancellationToken)).Value;
            ShownVersions.Of(context).Follow(result);
            recorded++;
            return true;
        }
        catch (ApiException refusal)
        {
            context.ErrorConsole.WriteProblem(refusal, asJson: false);
            context.Outcome = ExitCode.Refused;
            return false;
        }
    }
}
