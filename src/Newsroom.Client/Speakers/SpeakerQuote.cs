namespace Newsroom.Client.Speakers;

/// <summary>A quote in a story, by its speaker.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Story">The story.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Passage">The quote.</param>
/// <param name="Words">Its words.</param>
/// <param name="State">Unchecked, verified, adverse or lapsed.</param>
/// <param name="Publication">What is published of the story.</param>
/// <param name="Since">Since when it has these words.</param>
/// <param name="Attribution">The words that attribute it.</param>
public sealed record SpeakerQuote(
    string Speaker,
    Guid Story,
    string Slug,
    string Headline,
    string Passage,
    string Words,
    string State,
    string Publication,
    DateTimeOffset Since,
    string? Attribution = null
);
