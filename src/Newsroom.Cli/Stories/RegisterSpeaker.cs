using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Reads;

namespace Newsroom.Cli.Stories;

/// <summary><c>newsroom register-speaker</c>: lets somebody be quoted.</summary>
internal static class RegisterSpeaker
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var name = new Option<string>("--name") { Required = true, HelpName = "text", Description = "The name as it is printed." };
        var id = new Option<string>("--id") { HelpName = "id", Description = "Lower-case words joined by hyphens; made from the name when not given." };
        var description = new Option<string>("--description") { HelpName = "text", Description = "Who that is: office, place." };
        var identity = new Option<string>("--identity") { HelpName = "text", Description = "Of a confidential source, who it really is; it is sealed. @file reads a file, which no shell remembers." };
        return new Verb("register-speaker", "Let somebody be quoted.", [name, id, description, identity], async run =>
        {
            var body = new JsonObject();
            foreach (var option in new[] { name, id, description, identity }.Where(run.Gave))
            {
                body[option.Name.TrimStart('-')] = run.Input.Phrase(run.Of(option)!);
            }

            var answer = await run.Server.Post("speakers/register-speaker", body, basedOn: null, run.IdempotencyKey, run.Cancel);
            run.Show<SpeakerLine>(answer, (screen, speaker) => screen.Say($"{speaker.Name} can be quoted: --speaker {speaker.Id}"));
        })
        {
            Details = ["Given by reporter, editor, fact-checker."],
        };
    }
}
