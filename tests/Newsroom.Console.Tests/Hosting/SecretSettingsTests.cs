using Microsoft.Extensions.Configuration;
using Newsroom.Console.Hosting;

namespace Newsroom.Console.Tests.Hosting;

/// <summary>Secrets come from the environment or from files.</summary>
public sealed class SecretSettingsTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("newsroom-secrets-");

    public void Dispose() => directory.Delete(recursive: true);

    public static TheoryData<string> Secrets => [.. SecretSettings.All];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Each_secret_is_read_from_the_file_that_a_setting_names(string setting)
    {
        var configuration = new ConfigurationManager { [$"{setting}_FILE"] = Write("any", "s3cret\n") };
        configuration.AddSecrets([]);
        configuration[setting].ShouldBe("s3cret");
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Each_secret_is_read_from_the_directory(string setting)
    {
        Write(setting.Replace(":", "__", StringComparison.Ordinal), "s3cret\n");
        var configuration = new ConfigurationManager { [SecretSettings.DirectorySetting] = directory.FullName };
        configuration.AddSecrets([]);
        configuration[setting].ShouldBe("s3cret");
    }

    [Fact]
    public void Other_files_of_the_directory_are_no_settings()
    {
        Write("Authentication__Authority", "https://evil.example/");
        var configuration = new ConfigurationManager { [SecretSettings.DirectorySetting] = directory.FullName };
        configuration.AddSecrets([]);
        configuration["Authentication:Authority"].ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void An_empty_file_stops_the_host(string content) =>
        Refused(new() { ["Ledger:Key_FILE"] = Write("empty", content) }).ShouldContain("is empty");

    [Fact]
    public void A_file_that_is_too_large_or_missing_stops_the_host()
    {
        Refused(new() { ["Ledger:Key_FILE"] = Write("large", new string('x', 70_000)) }).ShouldContain("more than 65536 bytes");
        Refused(new() { ["Ledger:Key_FILE"] = Path.Combine(directory.FullName, "none") }).ShouldContain("cannot be read");
        Refused(new() { [SecretSettings.DirectorySetting] = Path.Combine(directory.FullName, "none") }).ShouldContain("no such directory");
    }

    [Fact]
    public void A_secret_that_is_given_twice_stops_the_host_and_is_not_told()
    {
        var said = Refused(new() { ["Ledger:Key"] = "first-s3cret", ["Ledger:Key_FILE"] = Write("key", "second-s3cret") });
        said.ShouldContain("more than once");
        said.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("--Ledger:Key=s3cret")]
    [InlineData("Ledger:Key=s3cret")]
    [InlineData("/ledger:key=s3cret")]
    public void A_secret_on_the_command_line_is_refused_and_not_told(string argument)
    {
        var said = Should.Throw<HostSettingsException>(() => SecretSettings.RefuseArguments([argument])).Message;
        said.ShouldContain("on the command line");
        said.ShouldNotContain("s3cret");
    }

    [Fact]
    public void The_name_of_its_file_may_be_on_the_command_line() => SecretSettings.RefuseArguments(["--Ledger:Key_FILE=/none"]);

    private static string Refused(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
        {
            configuration[name] = value;
        }

        return Should.Throw<HostSettingsException>(() => configuration.AddSecrets([])).Message;
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(directory.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
