using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Subscribers;

/// <summary>Formats in which subscribers receive editions. In kebab case they are the extensions of published stories.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveryFormat>))]
public enum DeliveryFormat
{
    /// <summary>The JSON of this system.</summary>
    Json,

    /// <summary>A page of HTML.</summary>
    Html,

    /// <summary>IPTC ninjs.</summary>
    Ninjs,

    /// <summary>IPTC NewsML-G2.</summary>
    Newsml,

    /// <summary>JSON-LD of schema.org.</summary>
    Jsonld,

    /// <summary>Markdown.</summary>
    Md,
}
