using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Idempotency;

/// <summary>A key belongs to a person and to one request.</summary>
public sealed class IdempotencyKeyTests
{
    private const string Path = "/speakers/s/seal-identity";
    private static readonly StoredResponse Response = new(200, "{}");
    private static readonly Secret Command = new("Zebedee");

    [Fact]
    public void A_key_in_quote_marks_is_the_same_as_a_bare_one() => Of("k").Key.ShouldBe(Of("\"k\"").Key);

    [Fact]
    public void A_request_without_a_key_has_none() => IdempotencyKey.Of(Request(null), Actor.Of("ann@x"), Command).ShouldBeNull();

    [Fact]
    public void One_key_of_two_people_is_two_keys() => Of("k").Key.ShouldNotBe(Of("k", person: "bob@x").Key);

    [Fact]
    public void A_hash_alone_does_not_reveal_the_request()
    {
        Of("k").Request.ShouldNotBe(Of("l").Request);
        Of("k").Request.ShouldNotBe(EarlierHash(""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(17L)]
    public void A_response_that_an_earlier_build_stored_is_replayed(long? basedOn)
    {
        var key = Of("k", basedOn: basedOn);
        key.Replay(Stored(key, EarlierHash($"{basedOn}"))).ShouldBe(Response);
        key.Replay(Stored(key, key.Request)).ShouldBe(Response);
    }

    [Theory]
    [InlineData("another")]
    [InlineData("")]
    public void A_response_to_another_request_and_one_that_was_erased_are_not(string request) =>
        Of("k").Replay(Stored(Of("k"), request)).ShouldBeAssignableTo<IStatusCodeHttpResult>()!.StatusCode.ShouldBe(422);

    private static IdempotencyRecord Stored(IdempotencyKey key, string request) =>
        new(key.Key, request, Response, DateTimeOffset.UnixEpoch);

    private static IdempotencyKey Of(string given, string person = "ann@x", long? basedOn = null) =>
        IdempotencyKey.Of(Request(given), Actor.Of(person), Command, basedOn)!;

    private static HttpRequest Request(string? given)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = Path;
        request.Headers[IdempotencyHeader.Name] = given;
        return request;
    }

    private static string EarlierHash(string basedOn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path}\n{basedOn}\n{JsonSerializer.Serialize(Command)}")));

    private sealed record Secret(string Identity);
}
