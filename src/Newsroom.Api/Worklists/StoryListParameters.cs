using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>The parameters that select stories; null for any.</summary>
public readonly record struct StoryListParameters
{
    /// <summary>Gets the words.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>Gets the slug.</summary>
    [FromQuery(Name = "slug")]
    public string? Slug { get; init; }

    /// <summary>Gets the desk.</summary>
    [FromQuery(Name = "desk")]
    public string? Desk { get; init; }

    /// <summary>Gets the stage.</summary>
    [FromQuery(Name = "stage")]
    [OneOf<Stage>]
    public string? Stage { get; init; }

    /// <summary>Gets the assignee: an identity, a bare user name of the caller's issuer, or <c>me</c>.</summary>
    [FromQuery(Name = "assignee")]
    public string? Assignee { get; init; }

    /// <summary>Gets the drafter, as <see cref="Assignee"/>.</summary>
    [FromQuery(Name = "drafter")]
    public string? Drafter { get; init; }

    /// <summary>Gets a person who drafted or revised the story, as <see cref="Assignee"/>.</summary>
    [FromQuery(Name = "author")]
    public string? Author { get; init; }

    /// <summary>Gets a speaker who is quoted.</summary>
    [FromQuery(Name = "speaker")]
    public string? Speaker { get; init; }

    /// <summary>Gets the story of which they are translations.</summary>
    [FromQuery(Name = "translationOf")]
    public Guid? TranslationOf { get; init; }

    /// <summary>Gets the priority.</summary>
    [FromQuery(Name = "priority")]
    [OneOf<Priority>]
    public string? Priority { get; init; }

    /// <summary>Gets whether the story could be published.</summary>
    [FromQuery(Name = "ready")]
    public bool? Ready { get; init; }

    /// <summary>Gets the end of the due time, exclusive.</summary>
    [FromQuery(Name = "dueBefore")]
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Gets the earliest time of the last change (RFC 3339).</summary>
    [FromQuery(Name = "changedSince")]
    public string? ChangedSince { get; init; }

    /// <summary>Gets the order.</summary>
    [FromQuery(Name = "order")]
    [OneOf<StoryOrder>]
    public string? Order { get; init; }

    /// <summary>Gets the time from which to synchronise (RFC 3339); no other parameter but limit and after may be given with it.</summary>
    [FromQuery(Name = "since")]
    public string? Since { get; init; }
}
