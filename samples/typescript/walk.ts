// Takes one story from draft to audit with the client that openapi-typescript generates: node walk.js <address> <tokens.json>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./newsroom.js";

type Problem = components["schemas"]["Problem"];
type Answer<T> = { data?: T; error?: Problem; response: Response };

const [address, file] = process.argv.slice(2);
assert(address !== undefined && file !== undefined, "usage: node walk.js <address> <tokens.json>");
const tokens: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));

const as = (person?: string) =>
  createClient<paths>({ baseUrl: address, headers: person === undefined ? {} : { Authorization: `Bearer ${tokens[person]}` } });
const [rita, pia] = [as("rita"), as("pia")];

function accepted<T>({ data, error, response }: Answer<T>): T {
  assert(data !== undefined, `${response.status} ${response.url}: ${error?.detail}`);
  return data;
}

function refused<T>({ error, response }: Answer<T>, status: number): Problem {
  assert(error !== undefined, `${response.url} was accepted`);
  assert.equal(response.status, status);
  return error;
}

const claim = "The harbour council voted on Monday to rebuild the north breakwater by nine to four.";
const quote = "“We have waited long enough,”";
const speaker = `marit-oyen-${Date.now()}`;
const draft = { desk: "harbour", headline: "Council votes to rebuild the breakwater", body: `${claim}\n\n${quote} said the mayor.\n` };

accepted(await as("root").PUT("/desks/{desk}", { params: { path: { desk: "harbour" } }, body: { name: "Harbour", language: "en" } }));
accepted(await rita.POST("/speakers/register-speaker", { body: { id: speaker, name: "Marit Øyen", description: "Mayor" } }));

// A preview stores nothing, and tells what the command would do.
const preview = accepted(
  await rita.POST("/stories/draft-article", { params: { header: { Prefer: "dry-run" } }, body: draft }),
);
assert.equal(preview.story, null);

const drafted = accepted(await rita.POST("/stories/draft-article", { body: draft }));
const [storyId, slug] = [drafted.story!, drafted.slug!];
const path = { storyId };
const read = async () => accepted(await rita.GET("/stories/{storyId}", { params: { path } }));
const current = async () => ({ path, header: { "If-Match": `"v${(await read()).version}"` } });

const attributed = accepted(
  await rita.POST("/stories/{storyId}/attribute-quote", {
    params: await current(),
    body: { words: quote, speaker, attribution: "said the mayor" },
  }),
);
const event = attributed.events[0]!;
assert(event.type === "quote_attributed");
assert.equal(event.data.words, quote);
accepted(await rita.POST("/stories/{storyId}/flag-claim", { params: await current(), body: { words: claim } }));
accepted(await rita.POST("/stories/{storyId}/submit-for-review", { params: await current(), body: {} }));

const early = refused(await pia.POST("/stories/{storyId}/publish", { params: await current(), body: {} }), 422);
assert.equal(early.type, "/problems/gates-failed");
assert.deepEqual(
  early.gates?.filter((gate) => gate.outcome === "failed").map((gate) => gate.gate),
  ["quotes-verified", "claims-checked", "approvals"],
);

const story = await read();
for (const passage of [...story.quotes, ...story.claims]) {
  accepted(
    await as("femi").POST("/stories/{storyId}/fact-check", {
      params: { path },
      body: {
        passage: passage.id,
        fingerprint: passage.fingerprint,
        verdict: "verified",
        method: "Watched the recording.",
        evidence: [{ kind: "recording", citation: "Council webcast, 13 October", locator: "01:12:40" }],
      },
    }),
  );
}

const approval = { params: { path }, body: { fingerprint: (await read()).fingerprint } };
const own = refused(await rita.POST("/stories/{storyId}/approve", approval), 403);
assert.equal(own.reasons?.[0]?.code, "role-required");
accepted(await as("ed").POST("/stories/{storyId}/approve", approval));
accepted(await as("eva").POST("/stories/{storyId}/approve", approval));
accepted(await pia.POST("/stories/{storyId}/publish", { params: await current(), body: { kind: "first" } }));

const page = accepted(await as().GET("/published/{slug}", { params: { path: { slug } } }));
assert.equal(page.body, draft.body);
assert.equal(page.edition, 1);

// The audit trail follows commands within a fraction of a second.
const trail = async () => accepted(await as("ida").GET("/audit", { params: { query: { story: storyId } } })).items;
let lines = await trail();
for (let tries = 0; tries < 100 && !lines.some((line) => line.type === "story_published"); tries++) {
  await setTimeout(100);
  lines = await trail();
}

assert(lines.some((line) => line.type === "story_published" && line.as === "publisher"));
console.log(`${slug}: edition ${page.edition}, ${lines.length} events`);
