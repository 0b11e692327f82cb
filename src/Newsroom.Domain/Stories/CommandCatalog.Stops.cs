using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
    private static readonly ImmutableArray<CommandDescription> Stops =
    [
        new(typeof(PlaceHold), Precondition.Nothing, [Editor, Legal], "", "Place a hold on the story.")
        {
            WhenClosed = [ClosedState.Spiked],
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The owner threatens suit over the third paragraph.", "as": "editor" }""",
        },
        new(typeof(LiftHold), Precondition.Nothing, [Editor, Legal], "a hold by legal: legal only", "Lift a hold.")
        {
            HonoursVersion = true,
            WhenClosed = [ClosedState.Spiked],
            Topic = CommandTopic.Stops,
            Example = """{ "hold": "h1", "reason": "Cleared with counsel." }""",
            ExampleAfter = [new(typeof(PlaceHold), Editor)],
        },
        new(typeof(SetEmbargo), Precondition.Nothing, [Editor], "", "Set an embargo.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "until": "2099-03-01T06:00:00Z", "reason": "The report is out at six." }""",
        },
        new(typeof(LiftEmbargo), Precondition.Nothing, [Editor], "", "Lift the embargo.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The trust published early." }""",
            ExampleAfter = [new(typeof(SetEmbargo), Editor)],
        },
        new(
            typeof(WaiveGate),
            Precondition.Fingerprint,
            [ChiefEditor],
            "did not touch the subject; only where the desk's policy allows a waiver",
            "Waive a gate for one subject."
        )
        {
            Topic = CommandTopic.Stops,
            Example = $$"""
                {
                  "gate": "claims-checked",
                  "subject": "c1",
                  "fingerprint": "{{ExampleFingerprint}}",
                  "reason": "The register is closed until Monday; the figure is the council's own."
                }
                """,
            ExampleAfter = [new(typeof(FlagClaim), Reporter)],
        },
        new(typeof(Spike), Precondition.Nothing, [Editor], "", "Spike the story.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The source withdrew." }""",
        },
        new(typeof(Unspike), Precondition.Nothing, [Editor], "", "Return a spiked story to drafting.")
        {
            WhenClosed = [ClosedState.Spiked],
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "A second source confirms." }""",
            ExampleAfter = [new(typeof(Spike), Editor)],
        },
    ];
}
