using FluentValidation;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Creates responses to invalid requests.</summary>
public static class Validation
{
    /// <summary>Creates a 400 response that lists the faults by member.</summary>
    public static IResult Problem(IEnumerable<RequestFault> faults) =>
        Results.ValidationProblem(
            faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()),
            title: ProblemTitles.Of(StatusCodes.Status400BadRequest, "validation"),
            type: ProblemTypes.UriOf("validation")
        );
}

/// <summary>Registers every validator of this assembly.</summary>
public static class Validators
{
    /// <summary>Registers one stateless instance of each validator.</summary>
    public static void AddValidators(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Validation).Assembly))
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }
    }
}
