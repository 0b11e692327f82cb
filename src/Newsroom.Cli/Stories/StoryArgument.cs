using System.CommandLine;

namespace Newsroom.Cli.Stories;

internal sealed class StoryArgument : Argument<string>
{
    public StoryArgument()
        : base("story") => Description = "Id or slug of the story.";
}
