using FluentValidation;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Rules that several validators share.</summary>
public static class ValidationRules
{
    /// <summary>Requires a valid slug.</summary>
    public static void Slug<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(slug => slug is null || Domain.Stories.Slug.IsValid(slug))
            .WithMessage(
                "Accepted: lower-case letters and digits in words joined by single hyphens, at most "
                    + $"{Domain.Stories.Slug.MaxLength} characters."
            );

    /// <summary>Requires the form of a BCP 47 language tag.</summary>
    public static void LanguageTag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(tag => tag is null || Domain.Kernel.LanguageTag.IsWellFormed(tag))
            .WithMessage("Accepted: a BCP 47 language tag, such as en or nb-NO.");
}
