using System.Text.Json;

namespace Newsroom.Domain.Tests;

/// <summary>An expected event: whole (compared as stored), as its sentence, or as its type.</summary>
public sealed record Expected(string Told, Func<StoryEvent, string, string> Tell)
{
    public static implicit operator Expected(StoryEvent whole) => new(Stored(whole), (e, _) => Stored(e));

    public static implicit operator Expected(string sentence) => new(sentence, Sentences.Of);

    public static implicit operator Expected(Type type) => new(type.Name, (e, _) => e.GetType().Name);

    private static string Stored(StoryEvent e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType(), Storage)}";
}
