using System.Text.Json.Nodes;

namespace Newsroom.Client.Stories;

/// <summary>
/// A story command as the API names it, for clients that send what a read offers, such as an item of work or a way to settle a gate.
/// </summary>
/// <param name="Name">The command, such as <c>request-changes</c>: lower-case letters and hyphens.</param>
/// <param name="Body">The members of its body, as the API documents them.</param>
/// <param name="BasedOn">The version that the caller saw, sent as <c>If-Match</c>; null sends none.</param>
public sealed record NamedCommand(string Name, JsonObject Body, long? BasedOn = null);
