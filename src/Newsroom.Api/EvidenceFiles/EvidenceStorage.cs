using Amazon.Runtime;
using Amazon.S3;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Configures where evidence files are stored: a bucket, if one is set, else a directory.</summary>
/// <param name="Store">The store.</param>
/// <param name="Incoming">The directory of uploads that are not complete; on the same file system as the store's directory.</param>
public sealed record EvidenceStorage(IEvidenceStore Store, string Incoming)
{
    /// <summary>The setting of the directory.</summary>
    public const string DirectorySetting = "Evidence:Directory";

    private const string S3 = "Evidence:S3";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A setting of the bucket is missing.</exception>
    public static EvidenceStorage Of(IConfiguration configuration)
    {
        var directory =
            configuration[DirectorySetting] ?? Path.Combine(DataDirectory.Find(configuration[DataDirectory.Setting]).Path, "evidence");
        var bucket = configuration[$"{S3}:Bucket"];
        return new EvidenceStorage(
            bucket is null ? new DirectoryEvidenceStore(directory) : new S3EvidenceStore(Connect(configuration), bucket),
            Path.Combine(directory, "incoming")
        );
    }

    private static AmazonS3Client Connect(IConfiguration configuration)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = configuration[$"{S3}:Region"] ?? "us-east-1",
            // Storage other than Amazon's does not have to know the checksums that the SDK adds by default.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (configuration[$"{S3}:ServiceUrl"] is { } address)
        {
            config.ServiceURL = address;
            config.ForcePathStyle = true;
        }

        return new AmazonS3Client(new BasicAWSCredentials(Required("AccessKey"), Required("SecretKey")), config);

        string Required(string name) =>
            configuration[$"{S3}:{name}"]
            ?? throw new SettingsException(
                $"{S3}:Bucket is set, but {S3}:{name} is not. Set both, or neither to store files in a directory."
            );
    }
}
