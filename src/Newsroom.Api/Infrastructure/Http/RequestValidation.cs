using FluentValidation;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Validates request bodies before their endpoints.</summary>
public static class RequestValidation
{
    /// <summary>
    /// Answers 400 to invalid bodies: null, a null member, a member beyond its limit in <see cref="LimitTable"/>, or a failed validator.
    /// Applies to every endpoint that has a request type among its parameters.
    /// </summary>
    public static TBuilder ValidateRequests<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilterFactory(
            (endpoint, next) =>
            {
                var parameters = endpoint.MethodInfo.GetParameters();
                var at = Array.FindIndex(
                    parameters,
                    p => p.ParameterType == typeof(RequestBody) || RequestTypes.IsRequest(p.ParameterType)
                );
                if (at < 0)
                {
                    return next;
                }

                return async invocation =>
                {
                    var request = invocation.Arguments[at] is RequestBody body ? body.Value : invocation.Arguments[at];
                    var validator = request is null ? null : ValidatorOf(request.GetType(), endpoint.ApplicationServices);
                    return await RefuseAsync(request, validator, invocation.HttpContext.RequestAborted) is { } refused
                        ? refused
                        : await next(invocation);
                };
            }
        );

    /// <summary>Returns the response to an invalid body; null where it is valid.</summary>
    public static async ValueTask<IResult?> RefuseAsync(object? request, IValidator? validator, CancellationToken cancellationToken)
    {
        if (RefuseMembers(request) is { } refused)
        {
            return refused;
        }

        if (validator is null)
        {
            return null;
        }

        var result = await validator.ValidateAsync(new ValidationContext<object>(request!), cancellationToken);
        return result.IsValid
            ? null
            : Validation.Problem(result.Errors.Select(e => new RequestFault(Member(e.PropertyName), e.ErrorMessage)));
    }

    /// <summary>Returns the response to a body that is null, or has a member that is null or beyond its limit; null otherwise.</summary>
    public static IResult? RefuseMembers(object? request)
    {
        if (request is null)
        {
            return BodyRequired.ToProblem();
        }

        if (RequestCheck.FindNull(request) is { } member)
        {
            return new Refusal(
                RefusalKind.Malformed,
                "null-member",
                $"\"{member}\" is null. Omit the member, or give it a value."
            ).ToProblem();
        }

        var faults = RequestCheck.Faults(request).Concat(UnkeepableElements(request)).ToList();
        return faults.Count == 0 ? null : Validation.Problem(faults);
    }

    // Elements of lists are ids, which are looked up in the database before a rule sees them.
    private static IEnumerable<RequestFault> UnkeepableElements(object request) =>
        from member in RequestMembers.Of(request)
        where member.IsElement
        let found = ForbiddenCharacters.FindUnkeepable(member.Value as string ?? "")
        where found is not null
        select new RequestFault(member.Path, $"The character {ForbiddenCharacters.Written(found.Value.CodePoint)} is not accepted.");

    /// <summary>Gets the refusal of a body that is null.</summary>
    public static Refusal BodyRequired { get; } = new(RefusalKind.Malformed, "body-required", "The body is null; an object is wanted.");

    private static IValidator? ValidatorOf(Type request, IServiceProvider services) =>
        (IValidator?)services.GetService(typeof(IValidator<>).MakeGenericType(request));

    private static string Member(string property) =>
        string.Join('.', property.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
}
