namespace Newsroom.Domain.Stories;

/// <summary>A person read a story whose reads are recorded: a confidential one, or one of a desk whose policy requires it.</summary>
/// <param name="Story">The story.</param>
/// <param name="What">What was read of it, such as <c>history</c>: the last part of the address; <c>story</c> for the story itself.</param>
/// <param name="Confidential">Whether the story was confidential.</param>
public sealed record StoryRead(Guid Story, string What, bool Confidential)
{
    /// <summary>The number of reads recorded individually per person, story, part and minute; further ones are counted.</summary>
    public const int MaxPerMinute = 1;
}

/// <summary>Counts the reads of one person beyond <see cref="StoryRead.MaxPerMinute"/>.</summary>
/// <param name="Story">The story.</param>
/// <param name="Person">The person.</param>
/// <param name="What">What was read of it.</param>
/// <param name="Minute">The start of the minute.</param>
/// <param name="Count">The number of reads not recorded individually.</param>
public sealed record StoryReadsCounted(Guid Story, string Person, string What, DateTimeOffset Minute, int Count);
