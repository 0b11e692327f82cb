using System.Data.Common;
using Marten;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Policies;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Access;

/// <summary>
/// Admits the caller to a story. Every read of a story asks it: first in the round trip that loads the story, whether anything has to be
/// decided; then, for the few stories where it has, by the rule of <see cref="StoryReaders"/>. An admitted read is recorded before the
/// response. <see cref="StoryGuardFilter"/> fails a read that did not ask.
/// </summary>
public sealed class StoryGuard(IDocumentStore store, CallingActor caller, ReadLog reads, IHttpContextAccessor accessor)
{
    private Task<bool>? isGuarded;

    /// <summary>Gets whether the caller was admitted or refused during this request.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Finds in a batch whether the reads of a story have to be admitted.</summary>
    public void Watch(IBatchedQuery batch, Guid story) => isGuarded = batch.AddItem(new GuardedQuery(story));

    /// <summary>States whether the reads of a story have to be admitted, where another statement found it.</summary>
    public void Watch(bool guarded) => isGuarded = Task.FromResult(guarded);

    /// <summary>Admits the caller to the watched story, and records the read where that is required.</summary>
    /// <returns>The refusal; null if the caller may read the story.</returns>
    /// <exception cref="InvalidOperationException">The story is not watched.</exception>
    public Task<IResult?> AdmitAsync(Guid story, CancellationToken cancellationToken) =>
        AdmitAsync(story, moment: null, WhatOf(accessor.HttpContext!), cancellationToken);

    /// <summary>Admits the caller to the watched story at a point in time.</summary>
    /// <inheritdoc cref="AdmitAsync(Guid, CancellationToken)"/>
    public Task<IResult?> AdmitAsync(Guid story, PointInTime? moment, CancellationToken cancellationToken) =>
        AdmitAsync(story, moment, WhatOf(accessor.HttpContext!), cancellationToken);

    /// <summary>Admits the caller to a part of the watched story that the address does not name.</summary>
    /// <inheritdoc cref="AdmitAsync(Guid, CancellationToken)"/>
    public Task<IResult?> AdmitAsync(Guid story, string what, CancellationToken cancellationToken) =>
        AdmitAsync(story, moment: null, what, cancellationToken);

    private async Task<IResult?> AdmitAsync(Guid story, PointInTime? moment, string what, CancellationToken cancellationToken)
    {
        var guarded = await (
            isGuarded ?? throw new InvalidOperationException("A read asks for admission in the batch that loads the story.")
        );
        IsAsked = true;
        if (!guarded || await LoadAsync(story, cancellationToken) is not var (found, policy))
        {
            return null;
        }

        if (RefusalOf(found, policy) is { } refusal)
        {
            return refusal.Kind == RefusalKind.NotFound ? StoryNotFound.Problem(story, moment) : refusal.ToProblem();
        }

        await reads.RecordAsync(caller.Actor, new StoryRead(story, what, found.Confidential is not null), cancellationToken);
        return null;
    }

    /// <summary>
    /// Returns the refusal of the caller, where a story does not exist or they may not read it; null if they may. Nothing is recorded.
    /// </summary>
    public async Task<Refusal?> RefuseAsync(Guid story, CancellationToken cancellationToken) =>
        await LoadAsync(story, cancellationToken) is var (found, policy) ? RefusalOf(found, policy) : StoryReaders.Unknown(story);

    private Refusal? RefusalOf(Story story, Policy policy) =>
        (StoryReaders.MayRead(story, caller.Actor), policy.ShowsConfidential) switch
        {
            (true, _) => null,
            (false, true) => StoryReaders.Confidential(story.Id),
            _ => StoryReaders.Unknown(story.Id),
        };

    private async Task<(Story Story, Policy Policy)?> LoadAsync(Guid story, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var loadingStory = batch.Load<Story>(story);
        var loadingPolicies = batch.PoliciesAsync();
        await batch.Execute(cancellationToken);
        return await loadingStory is { } found ? (found, (await loadingPolicies).Of(found.Desk)) : null;
    }

    private static string WhatOf(HttpContext http)
    {
        var segments = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is [_, _, var part, ..] ? part : "story";
    }

    private sealed class GuardedQuery(Guid story) : IQueryHandler<bool>
    {
        private static readonly string[] Parts = $"select {ReadableStories.Guarded("q.id")} from (select ?::uuid as id) q".Split('?');

        public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
        {
            builder.Append(Parts[0]);
            builder.AppendParameter(story);
            builder.Append(Parts[1]);
        }

        public async Task<bool> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token) =>
            await reader.ReadAsync(token) && reader.GetBoolean(0);

        public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
    }
}
