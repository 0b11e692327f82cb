using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Reads;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>The verb of a story's command, made from its description and its record: nothing here knows any one command.</summary>
internal sealed class StoryVerb
{
    private readonly CommandDescription command;

    private readonly ImmutableArray<MemberOption> members;

    private readonly StoryArgument? story;

    private readonly BasedOn? basedOn;

    private readonly FileOption? file;

    private StoryVerb(CommandDescription command)
    {
        this.command = command;
        members = [.. Member.Of(command.Type).Select(m => MemberOption.Of(m, command))];
        story = command.Begins ? null : new StoryArgument();
        basedOn = command.Precondition == Precondition.Version || command.MayNameVersion ? new BasedOn(isRequired: !command.MayNameVersion) : null;
        if (FileOption.Fits(members.Select(m => m.Member)))
        {
            file = new FileOption();
            foreach (var member in members)
            {
                member.Option.Required = false;
            }
        }
    }

    private MemberOption? Fingerprint => command.Precondition == Precondition.Fingerprint ? members.Single(m => m.Member.Type == typeof(Fingerprint)) : null;

    /// <summary>The verb of a command.</summary>
    public static Verb Of(CommandDescription command) => new StoryVerb(command).Verb();

    private Verb Verb()
    {
        Symbol?[] takes = [story, basedOn, .. members.Select(m => m.Option), file?.Option];
        var verb = new Verb(command.Name, command.Summary, takes.OfType<Symbol>(), Act)
        {
            Details = [WhoMay(), .. file is null ? [] : new[] { FileOption.Details }],
        };
        verb.Validators.Add(AskForBasis);
        return verb;
    }

    private string WhoMay() =>
        $"Given by {string.Join(", ", command.Roles.Select(r => r.ToKebabCase()))}"
        + $"{(command.OnTheStory ? "; a reporter only as its author or assignee" : "")}{(command.Condition.Length > 0 ? $" ({command.Condition})" : "")}.";

    private void AskForBasis(CommandResult given)
    {
        var name = story is not null && given.GetResult(story) is { Tokens: [var token, ..] } ? token.Value : "<story>";
        if (basedOn is not null && !command.MayNameVersion && given.GetResult(basedOn) is null)
        {
            given.AddError($"{command.Name} needs --based-on: the version of the story you saw, so that nobody's newer words are overwritten unseen. “newsroom show {name}” prints it; give version 17 as --based-on 17.");
        }

        if (Fingerprint is { Option: var fingerprint } && given.GetResult(fingerprint) is null)
        {
            given.AddError($"{command.Name} needs --fingerprint: which words you judged, so that your judgement holds for those and no others. “newsroom {(command.Type == typeof(StoryCommand.WaiveGate) ? "gates" : "show")} {name}” prints it; its first 8 digits are enough.");
        }
    }

    private async Task Act(Run run)
    {
        var body = Body(run);
        var version = basedOn is null ? null : BasedOn.Read(run.Of(basedOn));
        var path = command.Name;
        if (story is not null)
        {
            var id = await run.Find(run.Of(story)!);
            if (Fingerprint is { Member.Json: var judged } && !Fingerprints.AreWhole((string)body[judged]!))
            {
                var given = (string)body[judged]!;
                body[judged] = body.ContainsKey("gate")
                    ? Fingerprints.Expand(given, body, Run.As<GatesPage>(await run.Server.Get($"stories/{id}/gates", run.Cancel)))
                    : Fingerprints.Expand(given, body, Run.As<StoryPage>(await run.Server.Get($"stories/{id}", run.Cancel)));
            }

            if (Phrases.AreMissing(members, body))
            {
                body["phrases"] = Phrases.Shown(Run.As<QuotedPage>(await run.GetAll($"stories/{id}/quoted", "quoted")));
            }

            path = $"{id}/{command.Name}";
        }

        var answer = await run.Server.Post($"stories/{path}", body, version, run.IdempotencyKey, run.Cancel);
        run.Show<CommandAnswer>(answer, (screen, told) => told.Show(screen, run.Token));
    }

    private JsonObject Body(Run run)
    {
        var body = new JsonObject();
        foreach (var (member, _, read) in members.Where(m => run.Gave(m.Option)))
        {
            body[member.Json] = read(run);
        }

        file?.Fill(body, [.. members.Select(m => m.Member)], run);
        return members.FirstOrDefault(m => m.Member.Required && !body.ContainsKey(m.Member.Json)) is { Member: var missing }
            ? throw new LocalProblem($"{command.Name} needs {missing.Option}, or “{missing.Word}: …” in the front matter of --file.")
            : body;
    }
}
