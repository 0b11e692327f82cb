using System.Net;
using Newsroom.Client.Http;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Http;

/// <summary>A client reads what it wrote, also where the server reads from a replica.</summary>
public class RecordedPositionTests
{
    private const string Header = "Newsroom-Sequence";

    private readonly StubServer server = new();

    [Fact]
    public async Task A_read_names_the_last_event_of_which_a_response_told()
    {
        server
            .Respond("[]")
            .Respond("[]", HttpStatusCode.OK, (Header, "7"))
            .Respond("[]", HttpStatusCode.OK, (Header, "5"))
            .Respond("[]", HttpStatusCode.OK, (Header, "soon"));
        var client = server.Connect();
        for (var read = 0; read < 5; read++)
        {
            await client.Speakers.ListAsync(Cancellation);
        }

        server.Requests.Select(Sent).ShouldBe([null, null, "7", "7", "7"]);
        (await Previewed(client)).ShouldBe("7");
    }

    [Fact]
    public async Task Clients_with_one_position_see_each_others_events()
    {
        server.Respond("[]", HttpStatusCode.OK, (Header, "12")).Respond("[]");
        var options = new NewsroomClientOptions { Position = new RecordedPosition(3) };
        await server.Connect(options).Speakers.ListAsync(Cancellation);
        await server.Connect(options).Speakers.ListAsync(Cancellation);
        server.Requests.Select(Sent).ShouldBe(["3", "12"]);
        options.Position.Sequence.ShouldBe(12);
    }

    private async Task<string?> Previewed(NewsroomClient client)
    {
        await client.Previewing().Speakers.ListAsync(Cancellation);
        return Sent(server.Requests[^1]);
    }

    private static string? Sent(HttpRequestMessage request) =>
        request.Headers.TryGetValues(Header, out var values) ? values.Single() : null;
}
