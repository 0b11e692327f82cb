namespace Newsroom.Domain.Stories;

/// <summary>What a command must name of the state that its caller read.</summary>
public enum Precondition
{
    /// <summary>Nothing: a command that stops something must not fail because of another edit.</summary>
    Nothing,

    /// <summary>The version of the story.</summary>
    Version,

    /// <summary>The fingerprint of the judged words.</summary>
    Fingerprint,
}
