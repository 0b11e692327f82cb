using FluentValidation;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>The shape of a piece of evidence.</summary>
public sealed class EvidenceValidator : AbstractValidator<EvidenceItem>
{
    /// <summary>A citation, and where given a web address and a digest.</summary>
    public EvidenceValidator()
    {
        RuleFor(e => e.Kind).IsInEnum();
        RuleFor(e => e.Citation).NotEmpty();
        RuleFor(e => e.Url)
            .Must(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            .When(e => e.Url is not null)
            .WithMessage("A URL is absolute and begins with http or https.");
        RuleFor(e => e.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("A SHA-256 digest is 64 lower-case hexadecimal digits.");
    }
}
