using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>The words that a command marks.</summary>
/// <param name="Field">The field that has them.</param>
/// <param name="Seen">The text of the field in the version that the command is based on.</param>
/// <param name="Marked">Their range in that text.</param>
/// <param name="Range">Their range in the current text.</param>
internal readonly record struct MarkedPlace(ArticleField Field, string Seen, TextRange Marked, TextRange Range);
