using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>Orders of stories.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<StoryOrder>))]
public enum StoryOrder
{
    /// <summary>Latest changed first; the default.</summary>
    Changed,

    /// <summary>By priority, then longest in the stage first; unfinished stories only.</summary>
    Priority,

    /// <summary>Soonest due first; unfinished stories with a due time only.</summary>
    Due,
}

/// <summary>Orders of a board's columns.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<BoardOrder>))]
public enum BoardOrder
{
    /// <summary>Longest in the stage first; the default.</summary>
    Stage,

    /// <summary>By priority, then longest in the stage first.</summary>
    Priority,

    /// <summary>Soonest due first, then those without a due time.</summary>
    Due,
}

/// <summary>Orders of the queue.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QueueOrder>))]
public enum QueueOrder
{
    /// <summary>Lapsed passages first, then longest waiting first; the default.</summary>
    Lapsed,

    /// <summary>By the story's priority, then longest waiting first.</summary>
    Priority,

    /// <summary>Soonest due first; passages of stories with a due time only.</summary>
    Due,
}
