using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Stores the file of a form of evidence, and sends stored files back.</summary>
internal static class EvidenceUpload
{
    /// <summary>The field with the file.</summary>
    public const string File = "evidence-file";

    /// <summary>The field that makes the file confidential.</summary>
    public const string Confidential = "evidence-confidential";

    /// <summary>The field with the digest of a file.</summary>
    public const string Digest = "evidence-sha256";

    // The API accepts 100 MB and says so when it refuses more; beside the file the form has less than one.
    private const long MaxFormBytes = 110 * 1024 * 1024;

    /// <summary>Accepts forms with a file.</summary>
    public static void AcceptsFiles(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(
            new RequestSizeLimitAttribute(MaxFormBytes),
            new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxFormBytes }
        );

    /// <summary>Stores the file of a form, and returns the form with its digest in the place of the file.</summary>
    /// <exception cref="ApiException">The API refused the file.</exception>
    public static async Task<IFormCollection> StoreAsync(NewsroomClient api, IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files[File] is not { FileName.Length: > 0 } file)
        {
            return form;
        }

        // A digest that was entered is compared by the API.
        var digest = form[Digest].ToString() is { Length: > 0 } entered ? entered : await DigestOfAsync(file, cancellationToken);
        var confidential = form[Confidential] == "true" ? true : (bool?)null;
        await api.EvidenceFiles.PutAsync(digest, file.OpenReadStream, Path.GetFileName(file.FileName), confidential, cancellationToken);
        var fields = form.ToDictionary(field => field.Key, field => field.Value);
        fields[Digest] = new StringValues(digest);
        return new FormCollection(fields);
    }

    /// <summary>Sends a stored file, always as a download.</summary>
    public static async Task<IResult> DownloadAsync(string sha256, HttpContext http, ApiAccess api)
    {
        await using var download = new Download(http.Response, sha256, "application/octet-stream");
        await api.Client.EvidenceFiles.CopyToAsync(sha256, download, http.RequestAborted);
        await download.CompleteAsync(http.RequestAborted);
        return Results.Empty;
    }

    private static async Task<string> DigestOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
