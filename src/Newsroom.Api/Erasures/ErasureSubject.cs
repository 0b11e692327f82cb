using System.Globalization;

namespace Newsroom.Api.Erasures;

/// <summary>Parses the subject of an erasure.</summary>
internal static class ErasureSubject
{
    /// <summary>Parses the event of a check, alone or with the index of one piece of its evidence: <c>event/0</c>.</summary>
    public static bool TryParseEvidence(string subject, out Guid id, out int? piece)
    {
        piece = null;
        if (subject.Split('/') is not [var first, .. var rest] || !Guid.TryParseExact(first, "D", out id) || rest.Length > 1)
        {
            id = default;
            return false;
        }

        if (rest is [var number])
        {
            piece = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        }

        return rest.Length == 0 || piece is not null;
    }
}
