using System.Globalization;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Writes the README of a bundle.</summary>
public static class BundleReadme
{
    /// <param name="story">The story.</param>
    /// <param name="checkpoint">The checkpoint that the proofs refer to.</param>
    /// <param name="since">The size of the earlier checkpoint; null for none.</param>
    public static string Of(StoryReplay story, Checkpoint checkpoint, long? since) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                THE RECORD OF ONE STORY

                This is the complete editorial record of “{story.Title}” ({story.Story}), from the first draft
                to event {story.Now.Story.Version}. The newsroom recorded each event when it happened. The record can be verified
                without trusting the newsroom, this file, or the person who sent it.

                WHAT IS PROVED

                  events.jsonl        the events as recorded, each with its position in the newsroom's ledger
                  editions/N.md       every published edition
                  proofs/             the inclusion proof of each event
                  checkpoint          the ledger's signed head: {checkpoint.Size} events of {checkpoint.Origin}
                  keys.txt            the ledger's public keys
                {(
                    since is null
                        ? ""
                        : $"  since/              the consistency proof from an earlier checkpoint of {since} events\n"
                )}
                WHAT IS FOR READING

                These files explain the events in sentences. They were generated from the events. A verifier compares
                them with manifest.json, so that damage is found, but not with the events: they prove nothing.

                  history.txt         what happened, by whom, when, and why: one line per event
                  editions/           N.changes.txt: the changes from one edition to the next
                  checks.json         for each quote and claim: the checker, the exact words checked, the verdict
                  erasures.json       what was erased by law or withheld to protect a source: legal basis, approval
                  prov.json           the history in W3C PROV, for programs
                  evidence/           stored copies of evidence, if they were asked for: each is named after its SHA-256
                                      digest, which the event of a check names
                  README.txt          this file

                HOW TO VERIFY IT

                Obtain the ledger's public key from a source other than the sender of this archive: it is printed or
                published. Then, on any computer, with this archive unchanged:

                  newsroom verify <this archive> --key <the public key>

                It prints VERIFIED, or the first fault. It needs neither network nor database.

                WHAT THAT PROVES

                The events were in the newsroom's ledger when its head was signed, in this order and with this content.
                An event that was added, changed, removed or reordered afterwards, even by the newsroom, is found. Every
                edition follows from the events word for word. Every check matches exactly the words it names.

                WHAT IT DOES NOT PROVE

                It does not prove that the text is true, or that nothing happened to the story after event
                {story.Now.Story.Version}: request a newer bundle. It does not prove the newsroom's clock, beyond the order of
                events. It does not prove the files for reading: if in doubt, read events.jsonl.

                FORMAT

                The format is {Manifest.Current}. The page of an edition contains its headline after "# ", standfirst,
                byline, dateline and body, without empty ones, separated by blank lines.

                Each line of events.jsonl is canonical JSON (RFC 8785). The entry of an event is HMAC-SHA256 of its
                record, keyed with its salt. The ledger is a Merkle tree over the entries (RFC 6962). Proofs and
                checkpoint are C2SP tlog-proof and tlog-checkpoint, signed with Ed25519. An object with the single
                member "..." in a record is the digest of an erasable part: HMAC-SHA256 of the part's canonical JSON,
                keyed with its own salt. Disclosed parts are listed beside the record with their salts. Any tool for
                these standards can check each step.

                """
            )
            .ReplaceLineEndings("\n");
}
