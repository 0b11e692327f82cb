using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Finds many word sequences in one pass (Aho-Corasick), in time linear in the text and the patterns.</summary>
public sealed class WordMatcher
{
    private readonly List<Node> nodes = [new(0, "", 0)];
    private readonly Dictionary<(int State, string Word), int> transitions = [];
    private readonly List<int> lengths = [];

    /// <summary>Prepares the patterns. Empty patterns match nowhere; of equal patterns the first is reported.</summary>
    public WordMatcher(IEnumerable<IReadOnlyList<string>> patterns)
    {
        foreach (var pattern in patterns)
        {
            Add(pattern);
        }

        Link();
    }

    /// <summary>Returns all matches, ordered by their ends: pattern index, index of the first word.</summary>
    public IEnumerable<(int Pattern, int At)> In(WordSequence text)
    {
        var state = 0;
        for (var i = 0; i < text.Words.Count; i++)
        {
            state = Next(state, text.Words[i]);
            for (var found = nodes[state].Pattern >= 0 ? state : nodes[state].Shorter; found > 0; found = nodes[found].Shorter)
            {
                var pattern = nodes[found].Pattern;
                yield return (pattern, i + 1 - lengths[pattern]);
            }
        }
    }

    private void Add(IReadOnlyList<string> pattern)
    {
        var state = 0;
        foreach (var word in pattern)
        {
            if (!transitions.TryGetValue((state, word), out var next))
            {
                transitions[(state, word)] = next = nodes.Count;
                nodes.Add(new Node(state, word, nodes[state].Depth + 1));
            }

            state = next;
        }

        if (state > 0 && nodes[state].Pattern < 0)
        {
            nodes[state].Pattern = lengths.Count;
        }

        lengths.Add(pattern.Count);
    }

    /// <summary>Links each node to its longest proper suffix node, and to the longest suffix that is a pattern.</summary>
    private void Link()
    {
        foreach (var node in nodes.Where(n => n.Depth > 1).OrderBy(n => n.Depth))
        {
            node.Suffix = Next(nodes[node.Parent].Suffix, node.Word);
            node.Shorter = nodes[node.Suffix].Pattern >= 0 ? node.Suffix : nodes[node.Suffix].Shorter;
        }
    }

    private int Next(int state, string word)
    {
        while (true)
        {
            if (transitions.TryGetValue((state, word), out var next))
            {
                return next;
            }

            if (state == 0)
            {
                return 0;
            }

            state = nodes[state].Suffix;
        }
    }

    private sealed class Node(int parent, string word, int depth)
    {
        public int Parent => parent;

        public string Word => word;

        public int Depth => depth;

        public int Pattern { get; set; } = -1;

        public int Suffix { get; set; }

        public int Shorter { get; set; }
    }
}
