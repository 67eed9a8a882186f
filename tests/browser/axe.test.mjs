// axe finds nothing: every kind of page at three widths, light, dark and in forced colours;
// every single page once; and what scripts open.

import { after, describe, test } from "node:test";
import { axe, axeIn, looks } from "./lib/axe.mjs";
import { browser, dark, light, tab } from "./lib/browser.mjs";
import { fileUrl, ofKind, readable, samples, serve } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();
const site = await serve();
after(() => site.close());

async function finds(url) {
  const page = await tab(chrome);
  await page.goto(url);
  const found = await axeIn(page, looks);
  await page.done();
  return found;
}

describe("axe, on every kind of page", () => {
  for (const { kind, address } of samples) {
    test(`${kind} (${address})`, async () => nothing(await finds(fileUrl(address))));
  }
  test("the error page", async () => nothing(await finds(`${site.origin}/404.html`)));
});

test("axe, once on every page", async () => {
  const page = await tab(chrome);
  const found = [];
  const seen = new Set(samples.map((page) => page.address));
  for (const { address, kind } of readable) {
    // One page of a question is like the next, and the bank holds them all.
    if (seen.has(address) || kind === "question" || kind === "404") continue;
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
      const found = await axeIn(page, { light: () => page.emulateMedia(light), dark: () => page.emulateMedia(dark) });
      await page.done();
      nothing(found);
    });
  }
});
