// Takes one story from draft to audit with the client that Kiota generates: dotnet run -- <address> <tokens.json>
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Newsroom.Generated;
using Newsroom.Generated.Models;

if (args is not [var address, var file])
{
    Console.Error.WriteLine("usage: dotnet run -- <address> <tokens.json>");
    return 1;
}

var tokens = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;
NewsroomApi As(string? person) =>
    new(new HttpClientRequestAdapter(new Bearer(person is null ? null : tokens[person])) { BaseUrl = address.TrimEnd('/') });
var (root, rita, femi, pia, ida) = (As("root"), As("rita"), As("femi"), As("pia"), As("ida"));

const string Claim = "The harbour council voted on Monday to rebuild the north breakwater by nine to four.";
const string Quote = "“We have waited long enough,”";
var speaker = $"marit-oyen-{Guid.NewGuid():N}";
var draft = new DraftArticle
{
    Desk = "harbour",
    Headline = "Council votes to rebuild the breakwater",
    Body = $"{Claim}\n\n{Quote} said the mayor.\n",
};

var desk = await root.Desks["harbour"].PutAsync(new DefineDesk { Name = "Harbour", Language = "en" });
Check(desk!.Desk!.Name == "Harbour", "The desk has another name.");
await rita.Speakers.RegisterSpeaker.PostAsync(new RegisterSpeaker { Id = speaker, Name = "Marit Øyen", Description = "Mayor" });

// A preview stores nothing, and tells what the command would do.
var preview = await rita.Stories.DraftArticle.PostAsync(draft, request => request.Headers.Add("Prefer", "dry-run"));
Check(preview!.Story is null, "The preview started a story.");

var drafted = await rita.Stories.DraftArticle.PostAsync(draft);
var (id, slug) = ($"{drafted!.Story}", drafted.Slug!);
async Task<StoryView> ReadAsync() => (await rita.Stories[id].GetAsync())!;
async Task<string> CurrentAsync() => $"\"v{(await ReadAsync()).Version}\"";

var version = await CurrentAsync();
var attributed = await rita.Stories[id].AttributeQuote.PostAsync(
    new AttributeQuote { Words = Quote, Speaker = speaker, Attribution = "said the mayor" },
    request => request.Headers.Add("If-Match", version)
);
Check(attributed!.Events![0].QuoteAttributedEvent!.Data!.Words == Quote, "The event does not have the words.");
version = await CurrentAsync();
await rita.Stories[id].FlagClaim.PostAsync(new FlagClaim { Words = Claim }, request => request.Headers.Add("If-Match", version));
version = await CurrentAsync();
await rita.Stories[id].SubmitForReview.PostAsync(new SubmitForReview(), request => request.Headers.Add("If-Match", version));

version = await CurrentAsync();
var early = await RefusedAsync(
    () => pia.Stories[id].Publish.PostAsync(new Publish(), request => request.Headers.Add("If-Match", version)),
    status: 422
);
Check(early.Type == "/problems/gates-failed", early.Type);
Check(early.Gates!.Count(gate => gate.Outcome == GateOutcome.Failed) == 3, early.Detail);

var story = await ReadAsync();
foreach (var passage in story.Quotes!.Concat(story.Claims!))
{
    await femi.Stories[id].FactCheck.PostAsync(
        new FactCheck
        {
            Passage = passage.Id,
            Fingerprint = passage.Fingerprint,
            Verdict = Verdict.Verified,
            Method = "Watched the recording.",
            Evidence = [new EvidenceItem { Kind = EvidenceKind.Recording, Citation = "Council webcast, 13 October", Locator = "01:12:40" }],
        }
    );
}

var approval = new Approve { Fingerprint = (await ReadAsync()).Fingerprint };
var own = await RefusedAsync(() => rita.Stories[id].Approve.PostAsync(approval), status: 403);
Check(own.Reasons![0].Code == "role-required", own.Detail);
await As("ed").Stories[id].Approve.PostAsync(approval);
await As("eva").Stories[id].Approve.PostAsync(approval);
version = await CurrentAsync();
await pia.Stories[id].Publish.PostAsync(new Publish { Kind = EditionKind.First }, request => request.Headers.Add("If-Match", version));

var page = await As(null).Published[slug].GetAsync();
Check(page!.Body == draft.Body && page.Edition == 1, "The page is not the draft.");

// The audit trail follows commands within a fraction of a second.
async Task<List<AuditLine>> TrailAsync() => (await ida.Audit.GetAsync(request => request.QueryParameters.Story = id))!.Items!;
var lines = await TrailAsync();
for (var tries = 0; tries < 100 && lines.All(line => line.Type != "story_published"); tries++)
{
    await Task.Delay(100);
    lines = await TrailAsync();
}

Check(lines.Any(line => line is { Type: "story_published", As: "publisher" }), "The audit trail does not have the publication.");
Console.WriteLine($"{slug}: edition {page.Edition}, {lines.Count} events");
return 0;

static void Check(bool isTrue, string? otherwise)
{
    if (!isTrue)
    {
        throw new InvalidOperationException(otherwise);
    }
}

static async Task<Problem> RefusedAsync<T>(Func<Task<T>> send, int status)
{
    try
    {
        await send();
    }
    catch (Problem problem)
    {
        Check(problem.ResponseStatusCode == status, problem.Detail);
        return problem;
    }

    throw new InvalidOperationException("The command was accepted.");
}

/// <summary>Sends a token with each request, or none.</summary>
internal sealed class Bearer(string? token) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default
    )
    {
        if (token is not null)
        {
            request.Headers.TryAdd("Authorization", $"Bearer {token}");
        }

        return Task.CompletedTask;
    }
}
