using Newsroom.Api.Operations;

namespace Newsroom.Api.Tests.Operations;

public sealed class IdleMemoryTests
{
    private const long Large = 1L << 30;

    [Theory]
    [InlineData(0, Large, 0, true)]
    [InlineData(IdleMemory.IdleAllocation, Large, 0, false)]
    [InlineData(0, Large, Large, false)]
    [InlineData(0, Large + IdleMemory.WorthReturning + 1, Large, true)]
    [InlineData(0, IdleMemory.WorthReturning, 0, false)]
    public void Memory_is_returned_once_when_the_host_is_idle_and_there_is_enough_of_it(long allocated, long committed, long kept, bool due) =>
        IdleMemory.IsDue(allocated, committed, kept).ShouldBe(due);
}
