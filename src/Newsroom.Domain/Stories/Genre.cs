using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>Genres of stories.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Genre>))]
public enum Genre
{
    /// <summary>A report; the default.</summary>
    Report,

    /// <summary>A fact check: it rates claims of others.</summary>
    FactCheck,
}
