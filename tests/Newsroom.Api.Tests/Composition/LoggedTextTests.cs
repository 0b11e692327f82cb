using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition;

/// <summary>The log has nothing of an article, of evidence or of a token: other people read it, and it is not erased.</summary>
public sealed class LoggedTextTests : IAsyncLifetime
{
    // Words that nothing else has.
    private const string Word = "Quillbarrow";

    private readonly CapturedLog log = new();
    private readonly Newsroom newsroom;

    public LoggedTextTests() =>
        newsroom = new Newsroom
        {
            // More than operators usually want to know.
            Settings =
            {
                ["Logging:LogLevel:Default"] = "Debug",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
                ["Logging:LogLevel:Npgsql"] = "Debug",
                ["Logging:LogLevel:Marten"] = "Debug",
                ["Logging:LogLevel:Wolverine"] = "Information",
            },
            Configure = services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)),
        };

    [Fact]
    public async Task A_story_from_draft_to_publication_with_refusals_leaves_none_of_its_words_in_the_log()
    {
        var rita = newsroom.As("rita", Role.Reporter);
        var draft = new
        {
            desk = "world",
            headline = $"{Word} sails",
            standfirst = Word,
            body = $"The {Word} is 31 metres long. “{Word} was late on every day,” said a sailor.",
        };
        var drafted = (await rita.PostAsync("/stories/draft-article", draft)).Is(201);
        var story = new StoryDriver(newsroom, drafted.Json["story"]!.GetValue<Guid>(), drafted.Json["slug"]!.GetValue<string>());
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = $"The {Word} is 31 metres long." })).Is(200);
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = $"Who measured the {Word}?" })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);

        // What is refused, cannot be read, or is not there.
        (await story.DoAsync("publish", "rita", Role.Reporter)).Is(403);
        (await story.DoAsync("publish", "pia", Role.Publisher)).Status.ShouldBeInRange(400, 422);
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = $"No {Word} has this." })).Status.ShouldBeInRange(400, 422);
        (await rita.PostAsync("/stories/draft-article", $$"""{"headline": "{{Word}}", "body": """)).Is(400);
        (await rita.PostAsync("/stories/draft-article", $$"""{"headline": "{{Word}}", "{{Word}}": 1}""")).Is(400);
        (await rita.GetAsync($"/stories/{Word}")).Is(404);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?q={Word}")).Is(200);
        (await newsroom.Subject(null, Role.Editor).GetAsync("/stories")).Is(401);
        await newsroom.CatchUpAsync();

        log.Lines.Count.ShouldBeGreaterThan(100);
        log.Lines.ShouldContain(line => line.Contains("mt_quick_append_events", StringComparison.Ordinal), "Statements are logged here.");
        var words = log.Lines.Where(line => line.Contains(Word, StringComparison.OrdinalIgnoreCase) && !IsRequest(line));
        words.ShouldBeEmpty();
        log.Lines.Where(line => line.Contains("eyJ", StringComparison.Ordinal)).ShouldBeEmpty("A token begins so.");
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => newsroom.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    // The address that was asked for: the host logs it below the level of warnings, and a search is in it.
    private static bool IsRequest(string line) => line.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);

    private sealed class CapturedLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose() { }

        private sealed class Logger(CapturedLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => log.Lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
