using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Screens;

namespace Newsroom.Cli.Serving;

/// <summary>The newsroom's refusal (RFC 9457), with everything it says about what would be accepted.</summary>
internal sealed partial class ProblemAnswer(HttpResponseMessage response, string text) : Exception
{
    private readonly string status = $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();

    private readonly string? why = Description().Match(response.Headers.WwwAuthenticate.ToString()) is { Success: true } match ? match.Groups[1].Value : null;

    private readonly Problem? problem = Problem.Read(text);

    /// <summary>Gets whether the newsroom cannot answer now and may later: it is overloaded, starting or without its database.</summary>
    public bool IsTransient =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout;

    /// <summary>Tells people; programs get it as it came.</summary>
    public void Show(Screen screen, bool asJson)
    {
        if (asJson && problem is not null)
        {
            screen.Verbatim(Answer.Pretty(text));
            return;
        }

        screen.Say($"{problem?.Title ?? "The newsroom did not do it"} ({status}).", Styles.Bad);
        foreach (var sentence in Sentences().Distinct())
        {
            screen.Say(sentence);
        }

        foreach (var gate in problem?.Gates ?? [])
        {
            screen.Gate(gate);
        }

        foreach (var conflict in problem?.Conflicts ?? [])
        {
            screen.Conflict(conflict);
        }

        if (problem?.CurrentVersion is { } version)
        {
            screen.Say($"Once it is read: --based-on {version}");
        }

        if (problem?.CurrentFingerprint is { } fingerprint)
        {
            screen.Say($"Once they are read: --fingerprint {Screen.Short(fingerprint)}");
        }
    }

    private IEnumerable<string> Sentences()
    {
        if (problem?.Detail is { } detail)
        {
            yield return detail;
        }

        if (problem?.Conflicts is not null)
        {
            yield break;
        }

        // Gates carry the same reasons, each beside the gate it belongs to.
        foreach (var reason in problem?.Gates is null ? problem?.Reasons ?? [] : [])
        {
            yield return reason.Message;
        }

        foreach (var (member, messages) in problem?.Errors ?? ImmutableDictionary<string, IReadOnlyList<string>>.Empty)
        {
            yield return $"{member}: {string.Join(' ', messages)}";
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            yield return $"The token is not accepted: {why ?? "it is none of an issuer known here, or it has expired"}. In development “newsroom token” makes one, run where the newsroom runs.";
        }
        else if (problem is null)
        {
            yield return $"It gave no reason; is there a newsroom at {response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Authority)}?";
        }
    }

    [GeneratedRegex("error_description=\"([^\"]+)\"")]
    private static partial Regex Description();
}
