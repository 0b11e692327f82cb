using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Speakers;

/// <summary><c>newsroom seal-identity</c> and <c>reveal-identity</c>: protect the identity of confidential sources.</summary>
internal static class IdentityCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateSeal(), CreateReveal()];

    private static CliCommand CreateSeal()
    {
        var speaker = NewSpeaker();
        var identity = NewText("--identity", "Identity and contact. @file keeps it out of the shell's history.");
        var command = ConfigurationCatalog.SealIdentity;
        return new CliCommand(
            command.Name,
            "Seal the identity of a confidential source.",
            [speaker, identity],
            context =>
            {
                var request = context.Client.Speakers.SealIdentityAsync(
                    context.GetValue(speaker)!,
                    context.Input.ReadPhrase(context.GetValue(identity)!),
                    context.IdempotencyKey,
                    context.CancellationToken
                );
                return context.ShowAsync(
                    request,
                    (console, sealedSpeaker) =>
                        console.Write($"Sealed the identity of {sealedSpeaker.Id}. Readers see: {sealedSpeaker.Name}.")
                );
            }
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, condition: "")],
        };
    }

    private static CliCommand CreateReveal()
    {
        var speaker = NewSpeaker();
        var reason = NewText("--reason", "Reason; it is recorded.");
        var command = ConfigurationCatalog.RevealIdentity;
        return new CliCommand(
            command.Name,
            "Reveal the identity of a confidential source.",
            [speaker, reason],
            context =>
            {
                var request = context.Client.Speakers.RevealIdentityAsync(
                    context.GetValue(speaker)!,
                    context.Input.ReadPhrase(context.GetValue(reason)!),
                    context.IdempotencyKey,
                    context.CancellationToken
                );
                return context.ShowAsync(request, (console, revealed) => console.Write(revealed.Identity));
            }
        )
        {
            Details = [CommandHelp.AllowedRoles(command.Roles, condition: "")],
        };
    }

    private static Argument<string> NewSpeaker() => new("speaker") { Description = "Id of the speaker." };

    private static Option<string> NewText(string name, string description) =>
        new(name)
        {
            Required = true,
            HelpName = "text",
            Description = description,
        };
}
