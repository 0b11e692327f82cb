using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>Priorities of stories.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Priority>))]
public enum Priority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>The default.</summary>
    Normal,

    /// <summary>Before others.</summary>
    High,

    /// <summary>Before all others.</summary>
    Urgent,
}
