// axe finds nothing: every kind of page at three widths, light, dark and in forced colours;
// every single page once; and what scripts open.

import { describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import { browser, dark, forced, light, tab, widths } from "./lib/browser.mjs";
import { fileUrl, ofKind, readable, samples } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const looks = { light, dark, forced };
const chrome = await browser();

describe("axe, on every kind of page", () => {
  for (const { kind, address } of samples) {
    test(`${kind} (${address})`, async () => {
      const page = await tab(chrome);
      await page.goto(fileUrl(address));
      const found = [];
      for (const [name, media] of Object.entries(looks)) {
        await page.emulateMedia(media);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          found.push(...(await axe(page)).map((line) => `${name} ${width}: ${line}`));
        }
      }
      await page.done();
      nothing(found);
    });
  }
});

test("axe, once on every page", async () => {
  const page = await tab(chrome);
  const found = [];
  const seen = new Set(samples.map((page) => page.address));
  for (const { address, kind } of readable) {
    // One page of a question is like the next; the bank and print-all hold them all.
    if (seen.has(address) || (kind === "question" && seen.has(kind))) continue;
    seen.add(kind);
    await page.goto(fileUrl(address));
    found.push(...(await axe(page)).map((line) => `${address}: ${line}`));
  }
  await page.done();
  nothing(found);
});

describe("axe, on what scripts open", () => {
  const states = {
    "the menu of a phone": ["index.html", 320, (page) => page.click(".menu-link")],
    "the dark switch": ["index.html", 1280, (page) => page.click(".shade")],
    "results of a search": ["index.html", 1280, async (page) => {
      await page.fill("header input[type=search]", "m");
      await page.waitForSelector(".results-pop .hits a");
    }],
    "results on the search page": ["search.html?q=mentor", 320, (page) => page.waitForSelector(".hits a")],
    "the presenter": [ofKind("script")[0]?.address, 1280, (page) => page.click("[data-do=present]")],
    "a filtered question bank": [ofKind("questions")[0]?.address, 1280, (page) => page.click(".map tbody a >> nth=0")],
  };
  for (const [name, [address, width, open]] of Object.entries(states)) {
    test(name, async () => {
      const page = await tab(chrome, { width });
      const [path, query] = address.split("?");
      await page.goto(fileUrl(path) + (query ? `?${query}` : ""));
      await open(page);
      const found = [];
      for (const media of [light, dark]) {
        await page.emulateMedia(media);
        found.push(...(await axe(page)));
      }
      await page.done();
      nothing(found);
    });
  }
});
