using System.CommandLine;

namespace Newsroom.Cli.Stories;

/// <summary>The story a line is about.</summary>
internal sealed class StoryArgument : Argument<string>
{
    /// <summary>The argument.</summary>
    public StoryArgument()
        : base("story") => Description = "The story's id or its slug.";
}
