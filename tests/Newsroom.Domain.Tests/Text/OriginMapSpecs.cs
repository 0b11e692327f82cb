using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class OriginMapSpecs
{
    [Fact]
    public void The_map_equals_a_list_of_offsets() =>
        Gen.Int[0, 3]
            .Array[0, 40]
            .Sample(
                steps =>
                {
                    var (map, naive, at) = (new OriginMap(), new List<int>(), 2);
                    foreach (var step in steps)
                    {
                        at += step;
                        map.Append(at);
                        naive.Add(at);
                    }

                    map.Trim();
                    Enumerable.Range(0, naive.Count).Select(i => map[i]).ShouldBe(naive);
                    for (var origin = 0; origin <= at + 1; origin++)
                    {
                        var first = naive.FindIndex(o => o >= origin);
                        map.FirstFrom(origin).ShouldBe(first < 0 ? naive.Count : first);
                    }
                },
                iter: Iterations.Cases
            );

    [Fact]
    public void Offsets_never_decrease()
    {
        var map = new OriginMap();
        map.AppendRun(4, 3);
        map.Append(2);
        map.Append(7);
        Enumerable.Range(0, 5).Select(i => map[i]).ShouldBe([4, 5, 6, 6, 7]);
        Should.Throw<ArgumentOutOfRangeException>(() => map[5]);
    }
}
