using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests;

/// <summary>Sends the commands of a story; each is based on the version that the person has just read.</summary>
public sealed class StoryDriver(Newsroom newsroom, Guid id, string slug)
{
    public Guid Id => id;

    public string Slug => slug;

    /// <summary>A person without earlier refusals: further refusals of one person in a minute are only counted.</summary>
    public string NobodyElse => $"tess-{id:N}";

    public static async Task<StoryDriver> DraftedAsync(
        Newsroom newsroom,
        string headline,
        string body,
        string by = "rita",
        string desk = "world"
    )
    {
        var drafted = (
            await newsroom
                .As(by, Role.Reporter)
                .PostAsync(
                    "/stories/draft-article",
                    new
                    {
                        desk,
                        headline,
                        body,
                    }
                )
        ).Is(201);
        return new StoryDriver(newsroom, drafted.Json["story"]!.GetValue<Guid>(), drafted.Json["slug"]!.GetValue<string>());
    }

    public async Task<Answer> ReadAsync(long? version = null) =>
        (await newsroom.As("reading", Role.Editor).GetAsync($"/stories/{id}{(version is { } v ? $"?version={v}" : "")}")).Is(200);

    public async Task<long> VersionAsync() => (await ReadAsync()).Version;

    public async Task<string> BodyAsync() => (await ReadAsync()).Json["article"]!["body"]!.GetValue<string>();

    public async Task<Answer> DoAsync(string command, string user, Role role, object? body = null) =>
        await newsroom.As(user, role).PostAsync($"/stories/{id}/{command}", body, await VersionAsync());

    public async Task<Answer> ReplaceAsync(string user, Role role, string from, string to)
    {
        var body = await BodyAsync();
        body.Split(from).Length.ShouldBe(2, $"“{from}” is not there exactly once");
        return await DoAsync("revise-article", user, role, new { body = body.Replace(from, to, StringComparison.Ordinal) });
    }

    public async Task<string> FingerprintAsync(string? passage = null)
    {
        var story = (await ReadAsync()).Json;
        return (
            passage is null
                ? story
                : story["quotes"]!.AsArray().Concat(story["claims"]!.AsArray()).Single(p => p!["id"]!.GetValue<string>() == passage)!
        )["fingerprint"]!.GetValue<string>();
    }

    public async Task<string> StateAsync(string passage)
    {
        var story = (await ReadAsync()).Json;
        return story["quotes"]!.AsArray().Concat(story["claims"]!.AsArray()).Single(p => p!["id"]!.GetValue<string>() == passage)![
            "state"
        ]!.GetValue<string>();
    }

    public async Task<Answer> VerifyAsync(string passage, string by = "femi") =>
        await DoAsync(
            "fact-check",
            by,
            Role.FactChecker,
            new
            {
                passage,
                fingerprint = await FingerprintAsync(passage),
                verdict = "verified",
                evidence = new[] { new { kind = "recording", citation = "The interview's recording" } },
            }
        );

    public async Task<Answer> ApproveAsync(string by, Role role = Role.Editor) =>
        await DoAsync("approve", by, role, new { fingerprint = await FingerprintAsync() });

    public Task<Answer> PublishAsync() => DoAsync("publish", "pia", Role.Publisher);
}
