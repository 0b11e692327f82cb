namespace Newsroom.Api.Commands;

/// <summary>The body of the response to an accepted command.</summary>
/// <param name="Value">The body.</param>
public sealed record ResponseBody(object Value)
{
    /// <summary>Gets the address of what the command created; null where it created nothing.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the body that repeats of the command get; null where it is the same. It is stored, so it has no secret.</summary>
    public object? Repeated { get; init; }

    /// <summary>Gets whether the body has a secret. It is not stored for repeats.</summary>
    public bool IsSecret { get; init; }
}
