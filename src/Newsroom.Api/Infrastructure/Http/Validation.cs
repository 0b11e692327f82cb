using FluentValidation;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using Newsroom.Domain.Requests;
using Wolverine.Http;
using Wolverine.Http.CodeGen;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Puts what can be said of a request by its shape alone in front of its endpoint: there is a body, and its validator, where it has one, accepts it.</summary>
public sealed class Validation : IHttpPolicy
{
    /// <inheritdoc/>
    public void Apply(IReadOnlyList<HttpChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(c => c.RequestType is not null && c.RequestType != typeof(void)))
        {
            if (container.HasRegistrationFor(typeof(IValidator<>).MakeGenericType(chain.RequestType!)))
            {
                Insert(chain, nameof(ValidateAsync));
            }

            Insert(chain, nameof(RequireBody));
        }
    }

    /// <summary>Goes on when there is a body, no null in it where none may be, and every member within its limit.</summary>
    public static IResult RequireBody<T>(T? request)
        where T : class => RequestValidation.RefuseMembers(request) ?? WolverineContinue.Result();

    /// <summary>400 with what is wrong, member by member.</summary>
    public static IResult Problem(IEnumerable<RequestFault> faults) =>
        Results.ValidationProblem(
            faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()),
            title: "The request does not have the right shape",
            type: "urn:newsroom:problem:validation"
        );

    /// <summary>Goes on when the request has the shape its validator asks for; otherwise 400 with what is wrong, member by member.</summary>
    public static async Task<IResult> ValidateAsync<T>(T request, IValidator<T> validator, CancellationToken cancellationToken) =>
        await RequestValidation.RefuseAsync(request, validator, cancellationToken) ?? WolverineContinue.Result();

    private static void Insert(HttpChain chain, string check)
    {
        var call = new MethodCall(typeof(Validation), typeof(Validation).GetMethod(check)!.MakeGenericMethod(chain.RequestType!));
        chain.Middleware.Insert(0, call);
        chain.Middleware.Insert(1, new MaybeEndWithResultFrame(call.ReturnVariable!));
    }
}

/// <summary>Registers every validator of this assembly.</summary>
public static class Validators
{
    /// <summary>Validators keep no state, so one of each serves all requests.</summary>
    public static void AddValidators(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssemblyContaining<Validation>())
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }
    }
}
