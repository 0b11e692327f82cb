using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Work;

/// <summary>Kinds of work that waits for people.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<WorkKind>))]
public enum WorkKind
{
    /// <summary>A passage to check.</summary>
    Check,

    /// <summary>An article to approve.</summary>
    Approve,

    /// <summary>An article to clear as legal.</summary>
    Clear,

    /// <summary>A note to resolve.</summary>
    Note,

    /// <summary>A hold to lift.</summary>
    Hold,

    /// <summary>Quoted words, or words found wrong, to mark or dismiss.</summary>
    Mark,

    /// <summary>Words to change.</summary>
    Revise,

    /// <summary>A story assigned to the person.</summary>
    Assigned,

    /// <summary>A draft to submit.</summary>
    Submit,

    /// <summary>A draft that was returned with a request for changes.</summary>
    SentBack,

    /// <summary>A story in review whose words readers have already.</summary>
    Return,

    /// <summary>A story to publish.</summary>
    Publish,

    /// <summary>A withheld edition to release.</summary>
    Release,

    /// <summary>A scheduled publication that failed, to settle.</summary>
    ScheduleFailed,

    /// <summary>A verdict on a claim of a live fact check, to show to readers.</summary>
    PublishFactCheck,

    /// <summary>A proposed policy to decide.</summary>
    Policy,

    /// <summary>A requested erasure to decide.</summary>
    Erasure,
}

/// <summary>The roles of each kind of work.</summary>
public static class WorkKinds
{
    /// <summary>Lists the kinds of work that can wait for a person.</summary>
    public static ImmutableArray<WorkKind> Of(Actor actor) =>
        actor.RolesThatDoNotCombine() is null ? [.. Enum.GetValues<WorkKind>().Where(kind => RolesOf(kind).Any(actor.Is))] : [];

    private static ImmutableArray<Role> RolesOf(WorkKind kind) =>
        kind switch
        {
            WorkKind.Check => CommandCatalog.Of<StoryCommand.FactCheck>().Roles,
            WorkKind.Approve => CommandCatalog.Of<StoryCommand.Approve>().Roles,
            WorkKind.Clear => [Role.Legal],
            WorkKind.Note => CommandCatalog.Of<StoryCommand.ResolveNote>().Roles,
            WorkKind.Hold => CommandCatalog.Of<StoryCommand.LiftHold>().Roles,
            WorkKind.Mark => CommandCatalog.Of<StoryCommand.FlagClaim>().Roles,
            WorkKind.Revise or WorkKind.Assigned => CommandCatalog.Of<StoryCommand.ReviseArticle>().Roles,
            WorkKind.Submit or WorkKind.SentBack => CommandCatalog.Of<StoryCommand.SubmitForReview>().Roles,
            WorkKind.Return => CommandCatalog.Of<StoryCommand.RequestChanges>().Roles,
            WorkKind.Publish => CommandCatalog.Of<StoryCommand.Publish>().Roles,
            WorkKind.Release => CommandCatalog.Of<StoryCommand.Release>().Roles,
            WorkKind.ScheduleFailed => CommandCatalog.Of<StoryCommand.CancelSchedule>().Roles,
            WorkKind.PublishFactCheck => CommandCatalog.Of<StoryCommand.PublishFactCheck>().Roles,
            WorkKind.Policy => ConfigurationCatalog.AcceptPolicy.Roles,
            WorkKind.Erasure => ConfigurationCatalog.ApproveErasure.Roles,
            _ => throw new InvalidOperationException($"{kind} has no roles."),
        };
}
