using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Creates 404 responses for stories.</summary>
public static class StoryNotFound
{
    /// <summary>Creates the response where the story does not exist, or did not exist at a point in time.</summary>
    public static IResult Problem(Guid story, PointInTime? moment = null) =>
        moment is null
            ? Refusal.NotFound("unknown-story", $"There is no story {story}.").ToProblem()
            : Refusal.NotFound("unknown-version", moment.NothingOf(story)).ToProblem();
}
