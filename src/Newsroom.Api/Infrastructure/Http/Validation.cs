using FluentValidation;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Answers requests of the wrong shape.</summary>
public static class Validation
{
    /// <summary>400 with what is wrong, member by member.</summary>
    public static IResult Problem(IEnumerable<RequestFault> faults) =>
        Results.ValidationProblem(
            faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()),
            title: "The request does not have the right shape",
            type: "urn:newsroom:problem:validation"
        );
}

/// <summary>Registers every validator of this assembly.</summary>
public static class Validators
{
    /// <summary>Validators keep no state, so one of each serves all requests.</summary>
    public static void AddValidators(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Validation).Assembly))
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }
    }
}
