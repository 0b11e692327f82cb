using FluentValidation;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using Wolverine.Http;
using Wolverine.Http.CodeGen;

namespace Newsroom.Api.Hosting;

/// <summary>Puts a request's validator, where there is one, in front of its endpoint.</summary>
public sealed class Validation : IHttpPolicy
{
    /// <inheritdoc/>
    public void Apply(IReadOnlyList<HttpChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(c => c.RequestType is not null && c.RequestType != typeof(void) && container.HasRegistrationFor(typeof(IValidator<>).MakeGenericType(c.RequestType))))
        {
            var validate = typeof(Validation).GetMethod(nameof(ValidateAsync))!.MakeGenericMethod(chain.RequestType!);
            var call = new MethodCall(typeof(Validation), validate);
            chain.Middleware.Insert(0, call);
            chain.Middleware.Insert(1, new MaybeEndWithResultFrame(call.ReturnVariable!));
        }
    }

    /// <summary>Goes on when the request has the shape its validator asks for; otherwise 400 with what is wrong, member by member.</summary>
    public static async Task<IResult> ValidateAsync<T>(T request, IValidator<T> validator, CancellationToken cancel)
    {
        var result = await validator.ValidateAsync(request, cancel);
        return result.IsValid
            ? WolverineContinue.Result()
            : Results.ValidationProblem(
                result.Errors.GroupBy(e => Member(e.PropertyName)).ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).ToArray()),
                title: "The request does not have the right shape",
                type: "urn:newsroom:problem:validation");
    }

    private static string Member(string property) =>
        string.Join('.', property.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
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
