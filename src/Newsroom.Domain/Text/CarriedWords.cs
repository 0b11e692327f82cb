using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Words of a revision that stood elsewhere before, or in another version: they stay their authors'.</summary>
/// <param name="Field">The text they are in.</param>
/// <param name="At">Where, in that text after the revision.</param>
/// <param name="Blame">Who touched them where they stood.</param>
public sealed record CarriedWords(ArticleField Field, int At, Blame Blame);
