using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Checks what no single limit says of <see cref="DraftArticle"/>.</summary>
public sealed class DraftArticleValidator : AbstractValidator<DraftArticle>
{
    /// <summary>Requires a language tag and a slug, where they are given, to have their form.</summary>
    public DraftArticleValidator()
    {
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}

/// <summary>Checks what no single limit says of <see cref="DescribeStory"/>.</summary>
public sealed class DescribeStoryValidator : AbstractValidator<DescribeStory>
{
    /// <summary>Requires a language tag and a slug, where they are given, to have their form.</summary>
    public DescribeStoryValidator()
    {
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}

/// <summary>Checks what no single limit says of <see cref="ReviseArticle"/>.</summary>
public sealed class ReviseArticleValidator : AbstractValidator<ReviseArticle>
{
    /// <summary>Requires one text.</summary>
    public ReviseArticleValidator() =>
        RuleFor(c => c)
            .Must(c => c.Headline is not null || c.Standfirst is not null || c.Body is not null)
            .WithMessage("Give at least one of headline, standfirst and body.");
}

/// <summary>Checks what no single limit says of <see cref="FactCheck"/>.</summary>
public sealed class FactCheckValidator : AbstractValidator<FactCheck>
{
    /// <summary>Requires web addresses and digests, where they are given, to have their form.</summary>
    public FactCheckValidator() => RuleForEach(c => c.Evidence).SetValidator(new EvidenceValidator());

    private sealed class EvidenceValidator : AbstractValidator<EvidenceItem>
    {
        public EvidenceValidator()
        {
            RuleFor(e => e.Url)
                .Must(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                .When(e => e.Url is not null)
                .WithMessage("A URL is absolute and begins with http or https.");
            RuleFor(e => e.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("A SHA-256 digest is 64 lower-case hexadecimal digits.");
        }
    }
}
