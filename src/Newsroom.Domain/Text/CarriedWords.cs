using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Describes words of a revision that were moved or restored and keep their authors.</summary>
/// <param name="Field">The field of the new text.</param>
/// <param name="At">The offset in the text after the revision.</param>
/// <param name="Blame">Their blame at the place of origin.</param>
public sealed record CarriedWords(ArticleField Field, int At, Blame Blame);
