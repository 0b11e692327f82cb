using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Newsroom.Client.Stories;
using static Newsroom.Console.Text.ArticleNode;

namespace Newsroom.Console.Text;

/// <summary>Renders a text of an article with its quotes and claims. A link with id and state follows the words of each.</summary>
public sealed class ArticleView : ComponentBase
{
    private readonly List<Mark> waiting = [];

    private IReadOnlyList<Mark> marks = [];

    private Dictionary<int, List<Mark>> ends = [];

    private int links;

    /// <summary>Gets or sets the story.</summary>
    [Parameter, EditorRequired]
    public StoryDetails Story { get; set; } = null!;

    /// <summary>Gets or sets the text: headline, standfirst or body.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    /// <summary>Gets or sets the id of the selected passage; null for none.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Gets or sets the address of the page that shows passages; empty for this page.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var nodes = ArticleReader.Read(Story.Article, Field);
        marks = Mark.Of(Story, Field);
        ends = EndsOf([.. MarkedWords.In(nodes).SelectMany(words => MarkedWords.Split(words, marks))]);
        Render(builder, nodes);
    }

    /// <summary>Returns the marks that end with each piece of words, by the end of the piece.</summary>
    private Dictionary<int, List<Mark>> EndsOf(List<Words> pieces) =>
        marks
            .Select(mark => (Mark: mark, Last: pieces.FindLast(piece => mark.Covers(piece.Start, piece.End))))
            .Where(end => end.Last is not null)
            .GroupBy(end => end.Last!.End, end => end.Mark)
            .ToDictionary(group => group.Key, group => group.ToList());

    private void Render(RenderTreeBuilder builder, IEnumerable<ArticleNode> nodes)
    {
        foreach (var node in nodes)
        {
            builder.OpenRegion(0);
            if (node is Element element)
            {
                Render(builder, element);
            }
            else if (node is Words words)
            {
                Render(builder, words);
            }

            builder.CloseRegion();
        }
    }

    private void Render(RenderTreeBuilder builder, Element element)
    {
        builder.OpenElement(0, element.Name);
        if (element.Address is { } address)
        {
            builder.AddAttribute(1, "href", address);
            builder.AddAttribute(2, "rel", "noreferrer noopener");
            links++;
        }

        Render(builder, element.Content);
        builder.CloseElement();
        if (element.Address is not null)
        {
            links--;
            RenderTags(builder, waiting);
            waiting.Clear();
        }
    }

    private void Render(RenderTreeBuilder builder, Words words)
    {
        foreach (var piece in MarkedWords.Split(words, marks))
        {
            builder.OpenRegion(0);
            var covering = marks.Where(mark => mark.Covers(piece.Start, piece.End)).ToList();
            if (covering.Count == 0)
            {
                builder.AddContent(0, piece.Text);
            }
            else
            {
                builder.OpenElement(1, "mark");
                builder.AddAttribute(2, "class", string.Join(' ', covering.Select(Style).Distinct()));
                builder.AddContent(3, piece.Text);
                builder.CloseElement();
            }

            builder.CloseRegion();
            RenderEnds(builder, piece);
        }
    }

    // A link cannot be inside another.
    private void RenderEnds(RenderTreeBuilder builder, Words piece)
    {
        if (!ends.Remove(piece.End, out var ending))
        {
            return;
        }

        if (links > 0)
        {
            waiting.AddRange(ending);
        }
        else
        {
            RenderTags(builder, ending);
        }
    }

    private void RenderTags(RenderTreeBuilder builder, IEnumerable<Mark> ending)
    {
        foreach (var mark in ending)
        {
            var isSelected = mark.Passage.Id == Selected;
            builder.OpenElement(10, "a");
            builder.AddAttribute(11, "class", $"tag {mark.Passage.State}");
            builder.AddAttribute(12, "href", $"{Address}?passage={Uri.EscapeDataString(mark.Passage.Id)}#passage");
            builder.AddAttribute(13, "aria-current", isSelected ? "true" : null);
            builder.AddContent(14, $"{mark.Passage.Id} {Codes.InWords(mark.Passage.State)}");
            builder.CloseElement();
        }
    }

    private string Style(Mark mark) => mark.Passage.Id == Selected ? $"{mark.Passage.State} selected" : mark.Passage.State;
}
