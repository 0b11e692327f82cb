using System.Globalization;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>What a bundle says to who opens it without having heard of it.</summary>
internal static class BundleReadme
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

                WHAT IS HERE, TO READ

                  history.txt         what happened, by whom, when, and why, a line for each event
                  editions/           every edition as readers had it, and what changed from one to the next
                  checks.json         of each quote and claim: who checked exactly which words, with what result
                  erasures.json       what was erased by law or is withheld to protect a source, on what basis, approved by whom
                  prov.json           the same history for machines, in the W3C's PROV

                WHAT IS HERE, TO VERIFY

                  events.jsonl        the events as they were recorded, each with its place in the newsroom's ledger
                  proofs/             for each event the proof that the ledger holds it
                  checkpoint          the ledger's signed head: {checkpoint.Size} events of {checkpoint.Origin}
                  keys.txt            the public keys the ledger is signed with
                {(
                    since is null
                        ? ""
                        : $"  since/              the proof that the ledger with {since} events, known from an earlier checkpoint, was only added to\n"
                )}
                HOW TO VERIFY IT

                Ask somebody other than the sender for the ledger's public key; it is the kind of thing that is printed or published.
                Then, on any computer, with this archive as it came:

                  newsroom verify <this archive> --key <the public key>

                It prints VERIFIED, or the first thing that is wrong. It needs no network and no database.

                WHAT THAT PROVES

                The events were in the newsroom's ledger when its head was signed, in this order and with these words: nobody, not
                the newsroom either, can have added, changed, removed or reordered one of them afterwards without it being found. Every edition follows from
                the events word for word. Every check was of exactly the words it names.

                WHAT IT DOES NOT PROVE

                That what was written is true. That nothing happened to the story after event {story.Now.Story.Version}: ask for a newer bundle. That the
                clock of the newsroom was right, beyond the order of events.

                HOW IT IS DONE, FOR AN EXPERT

                Each line of events.jsonl is canonical JSON (RFC 8785). The entry of an event is HMAC-SHA256, under its salt, of its record. The ledger is a
                Merkle tree over the entries (RFC 6962); proofs and checkpoint are C2SP tlog-proof and tlog-checkpoint, signed with Ed25519. Where a record
                has an object with the one member "...", there is the digest of a part that can be erased: HMAC-SHA256, under a salt of its own, of the part's
                canonical JSON; parts that are shown stand beside the record with their salts. Any tool for these standards can check each step.

                """
            )
            .ReplaceLineEndings("\n");
}
