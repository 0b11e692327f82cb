using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Previews;

/// <summary>
/// What a command that is not addressed to a story would do: the response to it with <c>Prefer: dry-run</c>. Nothing is stored.
/// </summary>
/// <param name="Events">The events that it would append, in order.</param>
/// <param name="Effects">What would lapse, return, merge or change besides, as sentences.</param>
public sealed record CommandPreview(ImmutableArray<PreviewedEvent> Events, ImmutableArray<CommandEffect> Effects);

/// <summary>An event that a command would append.</summary>
/// <param name="Type">Its storage name, such as <c>desk_defined</c>.</param>
/// <param name="Data">
/// Its data, as it would be stored. An open object: its members depend on the type, and events may get further members.
/// </param>
public sealed record PreviewedEvent(string Type, object Data);
