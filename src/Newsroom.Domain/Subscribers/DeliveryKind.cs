using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Subscribers;

/// <summary>Kinds of notice that subscribers receive.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveryKind>))]
public enum DeliveryKind
{
    /// <summary>An edition was published.</summary>
    Published,

    /// <summary>The live edition was corrected.</summary>
    Corrected,

    /// <summary>The live edition was withheld.</summary>
    Withheld,

    /// <summary>A withheld edition was released.</summary>
    Released,

    /// <summary>The story was retracted.</summary>
    Retracted,

    /// <summary>The story was killed.</summary>
    Killed,

    /// <summary>A public fact check was published.</summary>
    FactCheckPublished,
}

/// <summary>The names of notices.</summary>
public static class DeliveryKinds
{
    /// <summary>The beginning of the types of CloudEvents.</summary>
    public const string TypePrefix = "newsroom.story.";

    /// <summary>Returns the type of the CloudEvent of a notice, such as <c>newsroom.story.published</c>.</summary>
    public static string CloudEventType(this DeliveryKind kind) => $"{TypePrefix}{kind.ToKebabCase()}";

    /// <summary>Reads a kind as it is stored.</summary>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static DeliveryKind Parse(string stored) =>
        Enum.GetValues<DeliveryKind>().Cast<DeliveryKind?>().FirstOrDefault(kind => kind!.Value.ToKebabCase() == stored)
        ?? throw new FormatException($"There is no kind of notice \"{stored}\".");
}
