using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Client.Speakers;

namespace Newsroom.Cli.Speakers;

/// <summary><c>newsroom register-speaker</c>: registers a speaker.</summary>
internal static class RegisterSpeakerCommand
{
    public static CliCommand Create()
    {
        var name = new Option<string>("--name")
        {
            Required = true,
            HelpName = "text",
            Description = "Name as it is printed.",
        };
        var id = new Option<string>("--id")
        {
            HelpName = "id",
            Description = "Lower-case words joined by hyphens. Default: made from the name.",
        };
        var description = new Option<string>("--description") { HelpName = "text", Description = "Office and place." };
        var identity = new Option<string>("--identity")
        {
            HelpName = "text",
            Description = "Identity of a confidential source, to be sealed. @file keeps it out of the shell's history.",
        };
        return new CliCommand(
            "register-speaker",
            "Register a speaker.",
            [name, id, description, identity],
            context =>
            {
                string? Read(Option<string> option) => context.IsGiven(option) ? context.Input.ReadPhrase(context.GetValue(option)!) : null;
                var registration = new SpeakerRegistration(Read(name)!, Read(id), Read(description), Read(identity));
                var request = context.Client.Speakers.RegisterAsync(registration, context.IdempotencyKey, context.CancellationToken);
                return context.ShowAsync(
                    request,
                    (console, speaker) => console.Write($"Registered {speaker.Name}. Quote them with --speaker {speaker.Id}")
                );
            }
        )
        {
            Details = ["Allowed roles: reporter, editor, fact-checker."],
        };
    }
}
