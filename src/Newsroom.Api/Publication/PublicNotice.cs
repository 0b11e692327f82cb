using System.Text.Json.Serialization;
using JasperFx.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Publication;

/// <summary>Kinds of notices to readers.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>A fact was wrong, and is corrected.</summary>
    Correction,

    /// <summary>Words were unclear, and are clarified.</summary>
    Clarification,

    /// <summary>A note without a change of words.</summary>
    EditorsNote,

    /// <summary>The story was retracted.</summary>
    Retraction,

    /// <summary>The story was killed.</summary>
    Kill,
}

/// <summary>A notice to readers about a published story.</summary>
/// <param name="Id">The id of its event.</param>
/// <param name="Story">The story.</param>
/// <param name="Kind">The kind.</param>
/// <param name="At">When it was published.</param>
/// <param name="Edition">The edition that it published, or the last one of a story taken down.</param>
/// <param name="Text">The words to readers.</param>
public sealed record PublicNotice(Guid Id, Guid Story, NoticeKind Kind, DateTimeOffset At, int Edition, string Text)
{
    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}publicnotice";

    /// <summary>The column of <see cref="At"/>.</summary>
    public const string AtColumn = "at";

    /// <summary>The column of <see cref="Story"/>.</summary>
    public const string StoryColumn = "story";

    /// <summary>Gets the view of notices, which <see cref="PublishedStoryProjection"/> writes.</summary>
    public static IVerifiedView View { get; } =
        new DocumentView<PublicNotice>("notices", stream =>
            Of(stream.Events).Select(notice => new ExpectedDocument<PublicNotice>(notice.Notice, notice.Version))
        )
        {
            IsPerEvent = true,
            Stream = notice => notice.Story,
        };

    /// <summary>Returns the notices of a story with the versions that published them. Of a killed story only the kill remains.</summary>
    public static IEnumerable<(PublicNotice Notice, long Version)> Of(IReadOnlyCollection<IEvent> events) =>
        from recorded in events.Any(e => e.Data is StoryKilled) ? events.Where(e => e.Data is StoryKilled) : events
        let notice = Of(recorded)
        where notice is not null
        select (notice, recorded.Version);

    private static PublicNotice? Of(IEvent recorded)
    {
        (NoticeKind Kind, int Edition, string Text)? notice = recorded.Data switch
        {
            StoryCorrected { Kind: EditionKind.Correction } e => (NoticeKind.Correction, e.Edition, e.Note),
            StoryCorrected { Kind: EditionKind.Clarification } e => (NoticeKind.Clarification, e.Edition, e.Note),
            StoryCorrected e => (NoticeKind.EditorsNote, e.Edition, e.Note),
            StoryRetracted e => (NoticeKind.Retraction, e.Edition, e.Notice),
            StoryKilled e => (NoticeKind.Kill, e.Edition, e.Notice),
            _ => null,
        };
        return notice is var (kind, edition, text)
            ? new PublicNotice(recorded.Id, recorded.StreamId, kind, recorded.Metadata().At, edition, text)
            : null;
    }
}
