using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Client.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Stories;

public class StoriesClientTests
{
    private static readonly Guid StoryId = Guid.Parse("0199f0a2-5c1b-7d3e-9a4f-1234567890ab");

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private readonly StubServer server = new StubServer().Respond($$"""{ "story": "{{StoryId}}", "version": 2, "events": [] }""");

    public static TheoryData<string> Commands => [.. CommandCatalog.All.Where(c => !c.Begins).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_is_sent_to_its_URL_in_the_format_of_the_API(string name)
    {
        var description = CommandCatalog.All.Single(c => c.Name == name);
        var command = (StoryCommand)description.Type.GetConstructors().Single().Invoke([.. Arguments(description.Type)]);

        command = command with { BasedOn = 17, As = description.Roles[0] };
        await server.Connect().Stories.SendAsync(StoryId, command, cancellationToken: Cancellation);

        var request = server.Requests.Single();
        request.RequestUri!.AbsolutePath.ShouldBe($"/stories/{StoryId}/{name}");
        request.Headers.IfMatch.ToString().ShouldBe("\"v17\"");
        var received = (StoryCommand)JsonSerializer.Deserialize(server.Bodies.Single()!, description.Type, Strict)!;
        received.As.ShouldBe(description.Roles[0]);
    }

    [Fact]
    public async Task A_draft_begins_a_story()
    {
        await server
            .Connect(NewsroomClientOptions.WithToken("secret"))
            .Stories.DraftAsync(new StoryCommand.DraftArticle("town") { Headline = "“Hei”", As = Role.Editor }, "k1", Cancellation);

        var request = server.Requests.Single();
        request.RequestUri!.AbsolutePath.ShouldBe("/stories/draft-article");
        request.Headers.Authorization!.ToString().ShouldBe("Bearer secret");
        request.Headers.IfMatch.ShouldBeEmpty();
        server.Bodies.ShouldBe(["""{"desk":"town","headline":"“Hei”","as":"editor"}"""]);
    }

    [Fact]
    public async Task A_draft_is_not_sent_to_a_story() =>
        await Should.ThrowAsync<ArgumentException>(() =>
            server.Connect().Stories.SendAsync(StoryId, new StoryCommand.DraftArticle("town"), cancellationToken: Cancellation)
        );

    [Fact]
    public async Task Members_with_their_default_value_are_omitted_and_given_ones_are_kept()
    {
        var stories = server.Connect().Stories;

        await stories.SendAsync(StoryId, new StoryCommand.FlagClaim("87 days"), cancellationToken: Cancellation);
        await stories.SendAsync(
            StoryId,
            new StoryCommand.FlagClaim("87 days") { Field = ArticleField.Headline, Start = 0 },
            cancellationToken: Cancellation
        );
        await stories.SendAsync(StoryId, new StoryCommand.DescribeStory { Byline = "" }, cancellationToken: Cancellation);

        server.Bodies.ShouldBe(["""{"words":"87 days"}""", """{"words":"87 days","field":"headline","start":0}""", """{"byline":""}"""]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\"b")]
    public async Task An_invalid_idempotency_key_is_not_sent(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() =>
            server.Connect().Stories.SendAsync(StoryId, new StoryCommand.AddNote("x"), key, Cancellation)
        );

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_provider_is_asked_for_each_request()
    {
        var tokens = new Queue<string>(["first", "second"]);
        var options = new NewsroomClientOptions { TokenProvider = _ => ValueTask.FromResult<string?>(tokens.Dequeue()) };
        var stories = server.Connect(options).Stories;

        await stories.SendAsync(StoryId, new StoryCommand.AddNote("x"), cancellationToken: Cancellation);
        await stories.SendAsync(StoryId, new StoryCommand.AddNote("x"), cancellationToken: Cancellation);

        server.Requests.Select(r => r.Headers.Authorization!.Parameter).ShouldBe(["first", "second"]);
    }

    private static IEnumerable<object?> Arguments(Type command) =>
        command
            .GetConstructors()
            .Single()
            .GetParameters()
            .Select(p =>
                p.ParameterType switch
                {
                    var type when type == typeof(string) => "some words",
                    var type when type == typeof(Fingerprint) => new Fingerprint(new string('a', 64)),
                    var type => Activator.CreateInstance(type),
                }
            );
}
