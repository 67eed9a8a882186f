// The Nu checker has nothing to say about any page.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { pages, serve } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const java = spawnSync("java", ["-version"]).status === 0;
const jar = () => createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** A line for each message: page, line, what. The pages are served, or `'self'` would mean nothing to the checker. */
async function checked(addresses) {
  const site = await serve();
  // A page that is not translated yet keeps its own language inside a foreign frame, each marked as such;
  // the checker's guess at a language counts words without looking at the marks.
  const options = ["--no-langdetect", "--format", "json", "--stdout", "--exit-zero-always"];
  const urls = addresses.map((address) => site.url + address);
  const run = spawn("java", ["-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar(), ...options, ...urls], { stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors, [status]] = await Promise.all([text(run.stdout), text(run.stderr), once(run, "close")]);
  await site.close();
  assert.equal(status, 0, errors);
  return JSON.parse(output).messages.map((message) =>
    `${message.url?.replace(site.url, "")}:${message.lastLine ?? ""}: ${message.subType ?? message.type}: ${message.message}`);
}

const skip = java ? false : "Java is not installed, and the Nu checker needs it";

test("the Nu checker is silent on every page", { skip }, async () => {
  nothing(await checked(pages.filter(({ kind }) => kind !== "404").map(({ address }) => address)));
});
