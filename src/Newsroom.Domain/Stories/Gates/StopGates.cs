using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>The gates no-holds, notes-resolved and embargo-passed.</summary>
internal static class StopGates
{
    /// <summary>Returns the reason of a hold.</summary>
    public static GateReason Held(Hold hold) =>
        new(
            "hold",
            hold.Id,
            $"{hold.Id} was placed by {Person(hold.By)} as {hold.Role.ToKebabCase()}: {Given(hold.Reason)} "
                + $"{(hold.Role == Role.Legal ? "Only legal lifts it" : "An editor or legal lifts it")}.",
            [
                hold.Role == Role.Legal
                    ? GateWay.By<StoryCommand.LiftHold>() with
                    {
                        Roles = [Role.Legal],
                    }
                    : GateWay.By<StoryCommand.LiftHold>(),
            ]
        );

    /// <summary>Returns the reason of an open note.</summary>
    public static GateReason Open(Story story, Note note)
    {
        var resolve = GateWay.By<StoryCommand.ResolveNote>();
        var isOnTheStory = Revisers.OnTheStory(story).Contains(note.By);
        return new(
            "note-open",
            note.Id,
            $"{note.Id} must be resolved: {Given(Cut(note.Text))} Its writer {Person(note.By)} or an editor resolves it.",
            [
                resolve with
                {
                    Roles = [Role.Editor],
                },
                resolve with
                {
                    Roles = resolve.Roles.RemoveAll(role => role == Role.Editor || (role == Role.Reporter && !isOnTheStory)),
                    OnlyBy = [note.By],
                },
            ]
        )
        {
            Fingerprint = Fingerprint.Of("note", note.Id, note.Text),
        };
    }

    /// <summary>Returns the reason of an embargo that has not passed.</summary>
    public static IEnumerable<GateReason> Embargoed(Story story, DateTimeOffset now) =>
        story.Embargo is not { } embargo || embargo.Until <= now
            ? []
            :
            [
                new(
                    "embargo",
                    "story",
                    $"{Person(embargo.By)} put the story under embargo until "
                        + $"{embargo.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} "
                        + $"UTC{(embargo.Reason is { } reason ? $": {Given(reason)}" : ".")} It ends then, or an editor lifts it.",
                    [GateWay.By<StoryCommand.LiftEmbargo>()]
                ),
            ];
}
