using Newsroom.Client.Stories;

namespace Newsroom.Cli.Rendering;

/// <summary>Renders what a check rests on.</summary>
internal static class EvidenceLines
{
    private const int DigestDigits = 12;

    /// <summary>Returns the lines of method and evidence.</summary>
    public static IEnumerable<string> Of(string? method, IEnumerable<EvidenceDetails>? evidence) =>
        [.. method is null ? [] : new[] { $"  method: {method}" }, .. (evidence ?? []).SelectMany(Of)];

    /// <summary>Returns the lines of a recorded check, whose sentence already has kind and citation of each piece.</summary>
    public static IEnumerable<string> Of(RecordedCheck? check) =>
        check is null ? [] : Of(check.Method, (check.Evidence ?? []).Where(HasDetails));

    private static bool HasDetails(EvidenceDetails piece) =>
        piece.IsErased || (piece.Locator ?? piece.Url ?? piece.Sha256 ?? piece.SuppliedBy ?? piece.Excerpt) is not null;

    private static IEnumerable<string> Of(EvidenceDetails piece)
    {
        if (piece.IsErased)
        {
            return ["  evidence erased"];
        }

        IEnumerable<string?> details =
        [
            $"  {piece.Kind}: {piece.Citation}",
            piece.Locator,
            piece.Url,
            piece.Sha256 is { } digest ? $"sha256 {digest[..Math.Min(DigestDigits, digest.Length)]}" : null,
            piece.SuppliedBy is { } source ? $"supplied by {source} (sealed)" : null,
        ];
        return [string.Join(", ", details.OfType<string>()), .. piece.Excerpt is { } words ? [$"    “{words}”"] : Array.Empty<string>()];
    }
}
