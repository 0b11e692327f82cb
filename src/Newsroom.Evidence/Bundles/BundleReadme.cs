using System.Globalization;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Writes the file that explains a bundle to its first reader.</summary>
public static class BundleReadme
{
    /// <summary>The text.</summary>
    /// <param name="story">The story.</param>
    /// <param name="checkpoint">The checkpoint everything is proved against.</param>
    /// <param name="since">The size of the earlier checkpoint; null for none.</param>
    public static string Of(StoryReplay story, Checkpoint checkpoint, long? since) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                THE RECORD OF ONE STORY

                This is the editorial record of “{story.Title}” ({story.Story}), as a newsroom kept it: everything that
                happened to it, in order, from the first draft to event {story.Now.Story.Version}. It was recorded as it happened, and it can be
                verified without trusting the newsroom, this file, or whoever handed it on.

                WHAT IS PROVED

                  events.jsonl        the events as they were recorded, each with its place in the newsroom's ledger
                  editions/N.md       every edition as readers had it
                  proofs/             for each event the proof that the ledger holds it
                  checkpoint          the ledger's signed head: {checkpoint.Size} events of {checkpoint.Origin}
                  keys.txt            the public keys the ledger is signed with
                {(
                    since is null
                        ? ""
                        : $"  since/              the proof that the ledger with {since} events, known from an earlier checkpoint, was only added to\n"
                )}
                WHAT IS FOR READING

                These files explain the events in sentences. The program that made this bundle wrote them from the events. A verifier
                compares them with manifest.json, so that damage is found, but not with the events: they prove nothing by themselves.

                  history.txt         what happened, by whom, when, and why, a line for each event
                  editions/           N.changes.txt: what changed from one edition to the next
                  checks.json         of each quote and claim: who checked exactly which words, with what result
                  erasures.json       what was erased by law or is withheld to protect a source, on what basis, approved by whom
                  prov.json           the same history for machines, in the W3C's PROV
                  README.txt          this file

                HOW TO VERIFY IT

                Ask somebody other than the sender for the ledger's public key; it is the kind of thing that is printed or published.
                Then, on any computer, with this archive as it came:

                  newsroom verify <this archive> --key <the public key>

                It prints VERIFIED, or the first thing that is wrong. It needs no network and no database.

                WHAT THAT PROVES

                The events were in the newsroom's ledger when its head was signed, in this order and with these words: an event that
                was added, changed, removed or reordered afterwards, by the newsroom too, is found. Every edition follows from the
                events word for word. Every check was of exactly the words it names.

                WHAT IT DOES NOT PROVE

                That what was written is true. That nothing happened to the story after event {story.Now.Story.Version}: ask for a newer bundle. That the
                clock of the newsroom was right, beyond the order of events. That the files for reading tell the events as they are:
                where it matters, read events.jsonl.

                HOW IT IS DONE, FOR AN EXPERT

                The format is {Manifest.Current}. A page of an edition is its headline behind "# ", its standfirst, byline, dateline and body, those
                that are not empty, with a blank line between them.

                Each line of events.jsonl is canonical JSON (RFC 8785). The entry of an event is HMAC-SHA256, under its salt, of its record. The ledger is a
                Merkle tree over the entries (RFC 6962); proofs and checkpoint are C2SP tlog-proof and tlog-checkpoint, signed with Ed25519. Where a record
                has an object with the one member "...", there is the digest of a part that can be erased: HMAC-SHA256, under a salt of its own, of the part's
                canonical JSON; parts that are shown stand beside the record with their salts. Any tool for these standards can check each step.

                """
            )
            .ReplaceLineEndings("\n");
}
