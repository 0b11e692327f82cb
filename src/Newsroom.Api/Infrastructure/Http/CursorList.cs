namespace Newsroom.Api.Infrastructure.Http;

/// <summary>
/// The list that a cursor is of, so that the cursor of another list is refused. It is in the cursor, except for stories.
/// </summary>
public enum CursorList : byte
{
    /// <summary>Stories.</summary>
    Stories,

    /// <summary>Published stories.</summary>
    Published,

    /// <summary>Phrases that stories dismissed.</summary>
    DismissedPhrases,

    /// <summary>Quotes of a speaker.</summary>
    SpeakerQuotes,

    /// <summary>Work of a person.</summary>
    Work,

    /// <summary>Corrections.</summary>
    Corrections,
}

/// <summary>Writes and reads the list of a cursor.</summary>
internal static class CursorLists
{
    /// <summary>Adds the list to the bytes of a position.</summary>
    public static byte[] Append(this CursorList list, params byte[] position) =>
        list == CursorList.Stories ? position : [.. position, (byte)list];

    /// <summary>Returns the position where the bytes of a cursor are of the list, and of that length; otherwise none.</summary>
    public static ReadOnlySpan<byte> PositionOf(this CursorList list, byte[] cursor, int length)
    {
        var isOfList = list == CursorList.Stories ? cursor.Length == length : cursor.Length == length + 1 && cursor[^1] == (byte)list;
        return isOfList ? cursor.AsSpan(0, length) : [];
    }
}
