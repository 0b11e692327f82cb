using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>404 for a story.</summary>
public static class StoryNotFound
{
    /// <summary>The problem: there is no such story, or it did not exist at that moment.</summary>
    public static IResult Problem(Guid story, PointInTime? moment = null) =>
        moment is null
            ? Refusal.NotFound("unknown-story", $"There is no story {story}.").ToProblem()
            : Refusal.NotFound("unknown-version", moment.NothingOf(story)).ToProblem();
}
