using System.Collections.Immutable;
using System.Globalization;
using Marten;
using Marten.Services.BatchQuerying;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>GET /stories/{storyId}/passages/{passage}</summary>
public static class GetPassageEndpoint
{
    /// <summary>The maximum number of other quotes on a page of a passage.</summary>
    public const int MaxOtherQuotes = 20;

    /// <summary>Returns a passage: words, checks with their evidence, events, and the speaker's other quotes.</summary>
    [EndpointSummary(
        "Get everything about one passage. It has words, speaker, attribution and checks with their evidence; what happened to it, oldest "
            + "first or after a version, with word differences and the cause of each lapse and return; the latest other quotes of its "
            + "speaker. limit counts events; a page with much evidence has fewer."
    )]
    [ProducesResponseType<PassagePage>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        string passage,
        long? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        CallingActor caller,
        CancellationToken cancellationToken
    )
    {
        var (seen, lines) = (Math.Clamp(after ?? 0, 0, int.MaxValue), Paging.Lines(limit));
        var loading = stories.LoadAsync(session, storyId, batch => ReadAsync(batch, storyId, passage, seen, lines), cancellationToken);
        if (await loading is not var (at, (page, checks, names)))
        {
            return StoryNotFound.Problem(storyId);
        }

        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        var current = at.Story.PassageOf(passage);
        if (current is null && page.Events.Count == 0)
        {
            return Refusal.NotFound("unknown-passage", $"The story has no passage \"{passage}\".").ToProblem();
        }

        var shown = page.Events.Take(lines).ToList();
        var next = page.IsCut || page.Events.Count > lines ? LinkNext(http, shown[^1]) : null;
        var (speaker, quotes) = await SpeakerAsync(session, storyId, current, caller.Actor, cancellationToken);
        var view = current is null ? null : PassageView.Of(at.Story, current, at.Text, new FactCheckVerdicts(at.Story), checks);
        var events = shown.Select(e => PassageEvent.Of(e, names, cancellationToken)).ToImmutableArray();
        var named = await NamedEvidence.FindAsync(session, view, events, caller.PersonOf, cancellationToken);
        return Results.Ok(
            new PassagePage(
                storyId,
                at.Story.Version,
                at.Story.Slug,
                passage,
                view,
                events,
                speaker,
                [.. quotes.Take(MaxOtherQuotes)],
                quotes.Count > MaxOtherQuotes
            )
            {
                SinceLastCheck = view is null ? null : SinceLastCheck(view, current!, at.Text, cancellationToken),
                Next = next,
                Files = named.Files,
                Suppliers = named.Suppliers,
            }
        );
    }

    private static async Task<(PassageEventPage, CheckEvents, PersonNames)> ReadAsync(
        IBatchedQuery batch,
        Guid story,
        string passage,
        long seen,
        int lines
    )
    {
        var loadingPage = batch.AddItem(new PassageEventsQuery(story, passage, seen, lines));
        var loadingChecks = batch.AddItem(CheckEventsQuery.OfPassages([(story, passage)]));
        var loadingNames = batch.PeopleAsync();
        return (await loadingPage, await loadingChecks, await loadingNames);
    }

    // The words of a check are those of the passage as it was shown, with the attribution of a quote.
    private static ImmutableArray<ComparedStretch>? SinceLastCheck(
        PassageView view,
        Passage passage,
        StoryText text,
        CancellationToken cancellationToken
    )
    {
        if (passage.IsOrphaned || view.Checks.MaxBy(check => check.Version)?.Words is not { } judged)
        {
            return null;
        }

        var now = passage.Shown(text.Article[passage.Field]);
        return judged == now ? null : PassageEvent.Compare(judged, now, cancellationToken);
    }

    private static string LinkNext(HttpContext http, ReadPassageEvent last)
    {
        var next = last.Event.Version.ToString(CultureInfo.InvariantCulture);
        Paging.LinkNext(http, next);
        return next;
    }

    private static async Task<(Speaker? Speaker, IReadOnlyList<SpeakerQuote> Quotes)> SpeakerAsync(
        IQuerySession session,
        Guid story,
        Passage? passage,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (passage?.Speaker is not { } id)
        {
            return (null, []);
        }

        var (key, own, batch) = (IndexedKey.Of(id), SpeakerQuote.IdOf(story, passage.Id), session.CreateBatchQuery());
        var loadingSpeaker = batch.Load<Speaker>(id);
        var loadingQuotes = batch
            .Query<SpeakerQuote>()
            .Where(q => q.Speaker == key && q.Id != own)
            .ReadableBy(actor, ReadableStories.StoryOfDocument)
            .OrderByDescending(q => q.Since)
            .ThenByDescending(q => q.Id)
            .Take(MaxOtherQuotes + 1)
            .ToList();
        await batch.Execute(cancellationToken);
        return (await loadingSpeaker, await loadingQuotes);
    }
}

/// <summary>Everything about one passage.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Current">Its current state; null where it was withdrawn.</param>
/// <param name="Events">What happened to it, oldest first; the Link header names the next page.</param>
/// <param name="Speaker">A quote's speaker; the identity of a confidential source is not in it.</param>
/// <param name="OtherQuotes">The latest quotes of the speaker other than this, at most 20.</param>
/// <param name="MoreQuotes">Whether the speaker has more; <c>/speakers/{speaker}/quotes</c> lists all.</param>
public sealed record PassagePage(
    Guid Story,
    long Version,
    string Slug,
    string Passage,
    PassageView? Current,
    ImmutableArray<PassageEvent> Events,
    Speaker? Speaker,
    ImmutableArray<SpeakerQuote> OtherQuotes,
    bool MoreQuotes
)
{
    /// <summary>Gets the files that the evidence names, and whether the host has them.</summary>
    public ImmutableArray<NamedFile> Files { get; init; } = [];

    /// <summary>Gets the suppliers of the evidence that are people or speakers.</summary>
    public ImmutableArray<NamedSupplier> Suppliers { get; init; } = [];

    /// <summary>Gets the difference of the words last checked and those now; null where there is none, and without a check.</summary>
    public ImmutableArray<ComparedStretch>? SinceLastCheck { get; init; }

    /// <summary>Gets the cursor of the next page of events; null on the last page.</summary>
    public string? Next { get; init; }
}
