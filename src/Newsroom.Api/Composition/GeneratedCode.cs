using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Ledger;

namespace Newsroom.Api.Composition;

/// <summary>
/// The code that Wolverine generates for message handlers. A host built by <c>dotnet build</c> generates it when it starts; <c>dotnet
/// publish</c>
/// has the program write it (<c>codegen write</c>, into <c>Internal/Generated</c> under the current directory) and compiles it in.
/// </summary>
internal static class GeneratedCode
{
#if GENERATED_CODE
    /// <summary>Everything is compiled in: what is not there keeps the host from starting.</summary>
    public const TypeLoadMode Mode = TypeLoadMode.Static;
#else
    /// <summary>Nothing is compiled in.</summary>
    public const TypeLoadMode Mode = TypeLoadMode.Dynamic;
#endif

    /// <summary>Whether the program is to write its code instead of serving.</summary>
    public static bool IsToBeWritten(string[] arguments) => arguments is ["codegen", "write"];

    /// <summary>Creates a builder that needs no database, issuer or key.</summary>
    public static WebApplicationBuilder Builder()
    {
        DynamicCodeBuilder.WithinCodegenCommand = true;
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Codegen", ContentRootPath = Environment.CurrentDirectory }
        );
        builder.Configuration["Authentication:Authority"] = "https://codegen.invalid";
        builder.Configuration["Ledger:Key"] = NoteSigner.Generate("codegen").Secret();
        return builder;
    }

    /// <summary>Writes the generated code.</summary>
    public static void Write(WebApplication app) =>
        new DynamicCodeBuilder(app.Services, [.. app.Services.GetServices<ICodeFileCollection>()])
        {
            ServiceVariableSource = app.Services.GetService<IServiceVariableSource>(),
        }.WriteGeneratedCode(Console.WriteLine);
}
