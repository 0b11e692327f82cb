using FluentValidation;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Validates <see cref="DraftArticle"/> beyond its limits.</summary>
public sealed class DraftArticleValidator : AbstractValidator<DraftArticle>
{
    /// <summary>Requires the forms of language tag and slug.</summary>
    public DraftArticleValidator()
    {
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}

/// <summary>Validates <see cref="DescribeStory"/> beyond its limits.</summary>
public sealed class DescribeStoryValidator : AbstractValidator<DescribeStory>
{
    /// <summary>Requires the forms of language tag and slug.</summary>
    public DescribeStoryValidator()
    {
        RuleFor(c => c.Language).LanguageTag();
        RuleFor(c => c.Slug).Slug();
    }
}

/// <summary>Validates <see cref="ReviseArticle"/> beyond its limits.</summary>
public sealed class ReviseArticleValidator : AbstractValidator<ReviseArticle>
{
    /// <summary>Requires at least one text.</summary>
    public ReviseArticleValidator() =>
        RuleFor(c => c)
            .Must(c => c.Headline is not null || c.Standfirst is not null || c.Body is not null)
            .WithMessage("At least one of headline, standfirst and body is required.");
}

/// <summary>Validates <see cref="FactCheck"/> beyond its limits.</summary>
public sealed class FactCheckValidator : AbstractValidator<FactCheck>
{
    /// <summary>Requires the forms of web addresses and digests.</summary>
    public FactCheckValidator() => RuleForEach(c => c.Evidence).SetValidator(new EvidenceValidator());

    private sealed class EvidenceValidator : AbstractValidator<EvidenceItem>
    {
        public EvidenceValidator()
        {
            RuleFor(e => e.Url)
                .Must(url => WebAddress.IsWeb(url!))
                .When(e => e.Url is not null)
                .WithMessage("Accepted: an absolute URL with http or https.");
            RuleFor(e => e.Sha256).Matches(@"^[0-9a-f]{64}\z").WithMessage("Accepted: 64 lower-case hexadecimal digits.");
        }
    }
}
