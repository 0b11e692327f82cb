using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Determines what can follow each mark in its paragraph, scanning backwards.</summary>
internal sealed class MarkLookahead(List<MarkToken> marks, MarkSurroundings surroundings)
{
    public MarksAhead[] Read()
    {
        var flags = new MarksAhead[marks.Count];
        var (seen, paragraph) = (MarksAhead.None, -1);
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var token = marks[i];
            if (token.Paragraph != paragraph)
            {
                (seen, paragraph) = (MarksAhead.None, token.Paragraph);
            }

            flags[i] = seen;
            seen = Behind(seen, token);
        }

        return flags;
    }

    private MarksAhead Behind(MarksAhead seen, MarkToken token)
    {
        var begins = surroundings.BeginsWords(token);
        var mayClose =
            (!MarkSurroundings.IsSpaceOrBracket(token.Before) || Script.IsUnspaced(token.After)) && (!begins || token.IsUnspaced);
        if (token.Kind is '“' or '‘')
        {
            seen &= ~(MarksAhead.NextDouble | MarksAhead.NextSingle);
        }

        if (token.Kind is '"' or '”')
        {
            var closes = !(MarkSurroundings.IsSpaceOrBracket(token.Before) && begins);
            seen = closes ? seen | MarksAhead.NextDouble : seen & ~MarksAhead.NextDouble;
        }

        if (
            token.Kind is '’' or '\''
            && !token.IsInWord
            && !(MarkSurroundings.IsSpaceOrBracket(token.Before) && surroundings.Shortened(token) is not null)
        )
        {
            var closes = !(MarkSurroundings.IsSpaceOrBracket(token.Before) && begins);
            seen = closes ? seen | MarksAhead.NextSingle : seen & ~MarksAhead.NextSingle;
        }

        if (!mayClose)
        {
            return seen;
        }

        return QuotationMarks.IsSingle(token.Kind) && token.Kind is not ('‹' or '›') ? seen | MarksAhead.Single : seen | MarksAhead.Double;
    }
}
