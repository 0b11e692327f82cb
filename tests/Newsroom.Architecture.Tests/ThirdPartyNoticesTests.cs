using System.Collections.Frozen;

namespace Newsroom.Architecture.Tests;

/// <summary>
/// THIRD-PARTY-NOTICES.md lists the packages that the programs are distributed with. With <c>NEWSROOM_DOCS=write</c> the test updates it.
/// </summary>
public sealed class ThirdPartyNoticesTests
{
    // Licenses that ask for a notice only, or, as MPL-2.0, for changes of their own files.
    private static readonly FrozenSet<string> Accepted = FrozenSet.Create(
        StringComparer.Ordinal,
        "Apache-2.0",
        "Apache-2.0 OR MPL-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "PostgreSQL"
    );

    private static readonly string Page = Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.md");

    [Fact]
    public void The_page_lists_every_package_with_its_license()
    {
        var page = Write();
        if (Environment.GetEnvironmentVariable("NEWSROOM_DOCS") == "write")
        {
            File.WriteAllText(Page, page);
        }

        File.ReadAllText(Page).ShouldBe(page, "NEWSROOM_DOCS=write updates the page.");
    }

    [Fact]
    public void Every_license_is_one_that_the_project_accepts()
    {
        var packages = ThirdPartyPackages.OfNuGet().Concat(ThirdPartyPackages.OfNpm()).ToList();
        packages.Count.ShouldBeGreaterThan(50);
        packages.Where(package => !Accepted.Contains(package.License)).ShouldBeEmpty();
    }

    private static string Write() =>
        $"""
            # Third-party notices

            The programs of this project are distributed with these packages. Each is under the license that its
            manifest names. This page is made by a test from what is restored.

            ## NuGet

            | package | license | authors |
            |---|---|---|
            {Rows(ThirdPartyPackages.OfNuGet(), package => $"| {package.Name} | {package.License} | {package.Authors} |")}

            ## npm, in the editor of the console

            | package | license |
            |---|---|
            {Rows(ThirdPartyPackages.OfNpm(), package => $"| {package.Name} | {package.License} |")}

            """.ReplaceLineEndings("\n");

    private static string Rows(IEnumerable<ThirdPartyPackage> packages, Func<ThirdPartyPackage, string> row) =>
        string.Join("\n", packages.Select(row));
}
