using System.Net;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Http;

public class ApiExceptionTests
{
    private readonly StubServer server = new();

    [Fact]
    public async Task A_refusal_has_the_status_the_reasons_and_the_gates()
    {
        server.Respond(
            """
            {
                "type": "/problems/gates-failed", "title": "Rule violated", "status": 422, "detail": "Not ready: approvals.",
                "reasons": [{ "code": "approvals-missing", "message": "0 of 2 approvals stand." }],
                "gates": [{
                    "gate": "approvals", "outcome": "failed",
                    "reasons": [{ "subject": "article", "message": "0 of 2 approvals stand.", "ways": [] }]
                }]
            }
            """,
            HttpStatusCode.UnprocessableEntity
        );

        var refusal = await Should.ThrowAsync<ApiException>(() =>
            server.Connect().Stories.SendAsync(Guid.NewGuid(), new StoryCommand.Publish { BasedOn = 3 }, cancellationToken: Cancellation)
        );

        refusal.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refusal.Message.ShouldBe("Rule violated (422 Unprocessable Entity). Not ready: approvals.");
        refusal.Reasons.ShouldBe([new ProblemReason("approvals-missing", "0 of 2 approvals stand.")]);
        refusal.Problem!.Type.ShouldBe("/problems/gates-failed");
        refusal.Problem.GetGates()!.ShouldHaveSingleItem().Gate.ShouldBe("approvals");
        refusal.Problem.GetConflicts().ShouldBeNull();
        refusal.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_without_problem_details_has_its_content()
    {
        server.Respond("<html>", HttpStatusCode.BadGateway);

        var refusal = await Should.ThrowAsync<ApiException>(() => server.Connect().Speakers.ListAsync(Cancellation));

        refusal.Problem.ShouldBeNull();
        refusal.Reasons.ShouldBeEmpty();
        refusal.Content.ShouldBe("<html>");
        refusal.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_rejected_token_has_the_reason_of_the_challenge()
    {
        server.Respond(
            "",
            HttpStatusCode.Unauthorized,
            ("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"It has expired\"")
        );

        var refusal = await Should.ThrowAsync<ApiException>(() => server.Connect().Speakers.ListAsync(Cancellation));

        refusal.AuthenticationError.ShouldBe("It has expired");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_unreachable()
    {
        server.Fail(new HttpRequestException("Connection refused."));

        var failure = await Should.ThrowAsync<ApiUnreachableException>(() => server.Connect().Speakers.ListAsync(Cancellation));

        failure.Message.ShouldBe("No newsroom answers at http://newsroom.example/: Connection refused.");
    }

    [Fact]
    public async Task A_response_that_is_not_JSON_is_unexpected()
    {
        server.Respond("<html>");

        await Should.ThrowAsync<UnexpectedResponseException>(() => server.Connect().Speakers.ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_response_in_another_format_is_unexpected_when_it_is_read()
    {
        server.Respond("""[{ "id": 5 }]""");

        var response = await server.Connect().Speakers.ListAsync(Cancellation);

        response.Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        Should.Throw<UnexpectedResponseException>(() => response.Value);
    }

    [Fact]
    public async Task A_canceled_request_is_not_sent()
    {
        server.Respond("[]");

        await Should.ThrowAsync<OperationCanceledException>(() =>
            server.Connect().Speakers.ListAsync(new CancellationToken(canceled: true))
        );

        server.Requests.ShouldBeEmpty();
    }
}
