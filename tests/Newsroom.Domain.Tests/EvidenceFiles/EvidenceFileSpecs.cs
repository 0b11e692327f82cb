using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.EvidenceFiles;

public class EvidenceFileSpecs
{
    private static readonly AddEvidenceFile Added = new(new string('a', 64), 12, "text/plain", "log.txt", Confidential: false);

    private static readonly EvidenceFile Stored = new(Added.Sha256, 12, "text/plain", "log.txt", Confidential: false);

    [Fact]
    public void A_file_is_added_once()
    {
        Decide(null, Added).Events.ShouldBe([new EvidenceFileAdded(Added.Sha256, 12, "text/plain", "log.txt", Confidential: false)]);
        Decide(Stored, Added).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_becomes_confidential_and_not_public_again()
    {
        var confidential = Fold(Stored, Added with { Confidential = true, Name = "other.txt" });
        confidential.ShouldBe(Stored with { Confidential = true });
        Decide(confidential, Added).Events.ShouldBeEmpty();
    }

    [Fact]
    public void An_erased_file_is_neither_added_nor_read()
    {
        var erased = Stored with { Name = EvidenceFileAdded.Erased };
        Decide(erased, Added).Refusal!.Code.ShouldBe("evidence-file-erased");
        Decide(erased, new ReadEvidenceFile(Added.Sha256)).Refusal!.Code.ShouldBe("evidence-file-erased");
        Decide(null, new ReadEvidenceFile(Added.Sha256)).Refusal!.Code.ShouldBe("unknown-evidence-file");
    }

    [Fact]
    public void No_name_that_a_person_gives_erases_a_file() =>
        Fold(null, Added with { Name = EvidenceFileAdded.Erased }).IsErased.ShouldBeFalse();

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\scans\\log.txt", "log.txt")]
    [InlineData("/", "")]
    [InlineData("scans/..", "")]
    [InlineData(".", "")]
    [InlineData("..log", "..log")]
    public void A_file_is_named_without_directories(string path, string name) =>
        Fold(null, Added with { Name = path }).Name.ShouldBe(name);

    [Fact]
    public void A_publisher_adds_no_file() => Decide(null, Added, Role.Publisher).Refusal!.Code.ShouldBe("role-required");

    private static EvidenceFile Fold(EvidenceFile? file, EvidenceFileCommand command) =>
        Decide(file, command).Events.Aggregate(file, EvidenceFile.Evolve)!;

    private static Decision<EvidenceFileEvent> Decide(EvidenceFile? file, EvidenceFileCommand command, Role role = Role.FactChecker) =>
        EvidenceFileDecider.Decide(file, command, new EvidenceFileContext(Actor.Of("femi@newsroom", [role])));
}
