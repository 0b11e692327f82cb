using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Ledger;

namespace Newsroom.Api.Composition;

/// <summary>
/// Configures the code that Wolverine generates for message handlers. A host of <c>dotnet build</c> generates it at startup. <c>dotnet
/// publish</c> runs the program with <c>codegen write</c> and compiles the result in.
/// </summary>
internal static class GeneratedCode
{
#if GENERATED_CODE
    /// <summary>All generated code is compiled in; missing code stops the host.</summary>
    public const TypeLoadMode Mode = TypeLoadMode.Static;
#else
    /// <summary>No generated code is compiled in.</summary>
    public const TypeLoadMode Mode = TypeLoadMode.Dynamic;
#endif

    private const string EnvironmentName = "Codegen";

    /// <summary>Returns whether the program writes generated code instead of serving requests.</summary>
    public static bool IsToBeWritten(string[] arguments) => arguments is ["codegen", "write"];

    /// <summary>Returns whether a builder is <see cref="Builder"/>.</summary>
    public static bool IsWrittenBy(WebApplicationBuilder builder) => builder.Environment.IsEnvironment(EnvironmentName);

    /// <summary>Creates a builder that needs no database, issuer or key.</summary>
    public static WebApplicationBuilder Builder()
    {
        DynamicCodeBuilder.WithinCodegenCommand = true;
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = EnvironmentName, ContentRootPath = Environment.CurrentDirectory }
        );
        builder.Configuration["Authentication:Authority"] = "https://codegen.invalid";
        builder.Configuration["Authentication:Audience"] = "codegen";
        builder.Configuration["Ledger:Key"] = NoteSigner.Generate("codegen").Secret();
        return builder;
    }

    /// <summary>Writes the generated code.</summary>
    public static void Write(WebApplication app) =>
        new DynamicCodeBuilder(app.Services, [.. app.Services.GetServices<ICodeFileCollection>()])
        {
            ServiceVariableSource = app.Services.GetService<IServiceVariableSource>(),
        }.WriteGeneratedCode(System.Console.WriteLine);
}
