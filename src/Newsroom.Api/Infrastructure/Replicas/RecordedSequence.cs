using System.Globalization;
using Marten;
using Marten.Services;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>
/// The header in which a command tells the sequence of the last event that it appended, and a read asks for a state that has that event.
/// No node has to remember anything: the next read can reach another one.
/// </summary>
internal sealed class RecordedSequence(IHttpContextAccessor requests) : DocumentSessionListenerBase
{
    /// <summary>The name of the header, of requests and of responses.</summary>
    public const string Header = "Newsroom-Sequence";

    /// <summary>Reads the sequence that a request asks for; null for none. Returns a refusal where the header is invalid.</summary>
    public static Refusal? Read(HttpRequest request, out long? sequence)
    {
        sequence = null;
        var header = request.Headers[Header].ToString();
        if (header.Length == 0)
        {
            return null;
        }

        if (long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        {
            sequence = given;
            return null;
        }

        var shown = header.Length > 100 ? $"{header[..100]}…" : header;
        return new Refusal(
            RefusalKind.Malformed,
            "sequence-malformed",
            $"{Header} must be the number that the response to a command had in this header. It is {shown}."
        );
    }

    /// <inheritdoc/>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        if (requests.HttpContext is { Response.HasStarted: false } http && commit.GetEvents().LastOrDefault() is { Sequence: > 0 } last)
        {
            http.Response.Headers[Header] = last.Sequence.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }
}
