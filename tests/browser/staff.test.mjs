// The private pages of the sample's staff edition: axe finds nothing, and only tables scroll.
// `tests/run.sh` says in MENTORBOOK_STAFF where it lies; it cannot lie in the program's own folder.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { axeIn, looks } from "./lib/axe.mjs";
import { browser, tab } from "./lib/browser.mjs";
import { nothing } from "./lib/tell.mjs";

const root = process.env.MENTORBOOK_STAFF;

describe("a private page", { skip: !root && "MENTORBOOK_STAFF names no staff edition" }, async () => {
  if (!root) return;
  const chrome = await browser();
  const own = pathToFileURL(root).href;
  for (const folder of ["private", "es/private"]) {
    for (const name of readdirSync(join(root, folder))) {
      test(`${folder}/${name}`, async () => {
        const page = await tab(chrome, { own });
        await page.goto(pathToFileURL(join(root, folder, name)).href);
        nothing(await axeIn(page, looks));
        await page.setViewportSize({ width: 320, height: 900 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        nothing(page.faults);
        await page.done();
      });
    }
  }
});
