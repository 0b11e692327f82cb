using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Postgres;

namespace Newsroom.Local.Tests;

/// <summary>Host and command line sign development tokens with one key.</summary>
public sealed class DevelopmentIssuerTests : IDisposable
{
    private static readonly DateTimeOffset From = new(2026, 3, 12, 9, 30, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory folder = new("newsroom-local-tests");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_key_is_created_once()
    {
        var key = DevelopmentIssuer.Key(folder["data"]);

        key.Length.ShouldBe(32);
        DevelopmentIssuer.Key(folder["data"]).ShouldBe(key);
        DevelopmentIssuer.Key(folder["other"]).ShouldNotBe(key);
    }

    [Fact]
    public void Only_the_owner_may_read_the_key()
    {
        DevelopmentIssuer.Key(folder["data"]);

        var file = Directory.EnumerateFiles(folder["data"]).Single();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_token_names_issuer_user_roles_and_validity()
    {
        var token = DevelopmentIssuer.Token([1, 2, 3], "rita", ["reporter", "fact-checker"], From, TimeSpan.FromHours(2));

        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;
        claims["iss"]!.GetValue<string>().ShouldBe(DevelopmentIssuer.Name);
        claims["sub"]!.GetValue<string>().ShouldBe("rita");
        claims["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe(["reporter", "fact-checker"]);
        claims["nbf"]!.GetValue<long>().ShouldBe(From.ToUnixTimeSeconds());
        claims["exp"]!.GetValue<long>().ShouldBe(From.AddHours(2).ToUnixTimeSeconds());
    }

    [Fact]
    public void A_token_is_signed_with_the_key()
    {
        byte[] key = [1, 2, 3];
        var parts = DevelopmentIssuer.Token(key, "rita", [], From, TimeSpan.FromHours(2)).Split('.');

        var signature = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Base64Url.DecodeFromChars(parts[2]).ShouldBe(signature);
        JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["alg"]!.GetValue<string>().ShouldBe("HS256");
    }
}
