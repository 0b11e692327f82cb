using System.Net;
using System.Text.Json;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Rendering;

internal static class ProblemRenderer
{
    /// <summary>Writes a refusal with everything that the server says would be accepted.</summary>
    public static void WriteProblem(this ConsoleRenderer console, ApiException refusal, bool asJson)
    {
        var problem = refusal.Problem;
        if (asJson && problem is not null)
        {
            console.WriteJson(JsonElement.Parse(refusal.Content));
            return;
        }

        console.Write($"{problem?.Title ?? "The request failed"} ({refusal.Status}).", Styles.Failure);
        foreach (var sentence in Sentences(refusal).Distinct())
        {
            console.Write(sentence);
        }

        if (problem is not null)
        {
            console.WriteDetails(problem);
        }
    }

    private static void WriteDetails(this ConsoleRenderer console, ApiProblem problem)
    {
        foreach (var gate in problem.GetGates() ?? [])
        {
            console.WriteGate(gate);
        }

        foreach (var conflict in problem.GetConflicts() ?? [])
        {
            console.WriteConflict(conflict);
        }

        if (problem.CurrentVersion is { } version)
        {
            console.Write($"After reading it, repeat the command with --based-on {version}");
        }

        if (problem.CurrentFingerprint is { } fingerprint)
        {
            console.Write($"After reading it, repeat the command with --fingerprint {ConsoleRenderer.ShortFingerprint(fingerprint)}");
        }
    }

    private static IEnumerable<string> Sentences(ApiException refusal)
    {
        var problem = refusal.Problem;
        if (problem?.Detail is { } detail)
        {
            yield return detail;
        }

        foreach (var reason in Reasons(problem))
        {
            yield return reason;
        }

        if (refusal.StatusCode == HttpStatusCode.Unauthorized)
        {
            var error = refusal.AuthenticationError ?? "its issuer is unknown, or it has expired";
            yield return $"The server rejected the token: {error}. Sign in again with “newsroom login”.";
        }
        else if (problem is null)
        {
            yield return "The server gave no reason. "
                + $"Check that {refusal.RequestUri?.GetLeftPart(UriPartial.Authority)} is the address of a newsroom.";
        }
    }

    /// <summary>Returns the reasons that are not written beside a gate or a conflict.</summary>
    private static IEnumerable<string> Reasons(ApiProblem? problem)
    {
        if (problem is null || problem.GetConflicts() is not null)
        {
            return [];
        }

        var reasons = problem.GetGates() is null ? problem.Reasons ?? [] : [];
        var errors = problem.Errors?.Select(e => $"{e.Key}: {string.Join(' ', e.Value)}") ?? [];
        return reasons.Select(r => r.Message).Concat(errors);
    }
}
