// Search, from a folder: the first letter, a prefix, a typo, an accent, the keyboard, the filters.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, tab } from "./lib/browser.mjs";
import { fileUrl, language, ofKind, readable } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();

const box = "header input[type=search]";
const hits = ".results-pop .hits a";

async function typed(words, address = "index.html") {
  const page = await tab(chrome, { own: "file:" });
  await page.goto(fileUrl(address));
  await page.locator(box).pressSequentially(words);
  await page.locator(hits).first().waitFor();
  return page;
}

const titles = (page, within = hits) => page.locator(within).allInnerTexts();

describe("the box at the top of every page", () => {
  test("loads nothing before the reader goes there", async () => {
    const page = await tab(chrome, { own: "file:" });
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(fileUrl("index.html"));
    assert.ok(!asked.some((url) => /search|minisearch/.test(url)), `asked for ${asked}`);
    await page.locator(box).focus();
    await page.waitForFunction(() => "mentorbookDocs" in window);
    assert.ok(asked.some((url) => url.endsWith("minisearch.js")));
    await page.done();
  });

  test("finds from the first letter on", async () => {
    const page = await typed("m");
    assert.ok((await titles(page)).length > 3);
    nothing(page.faults);
    await page.done();
  });

  for (const [name, words] of [["by a prefix", "midpo"], ["with a typo", "midpiont"], ["in capitals", "MIDPOINT"]]) {
    test(`finds ${name}: ${words}`, async () => {
      const page = await typed(words);
      assert.match((await titles(page)).join("\n"), /midpoint/i);
      await page.done();
    });
  }

  test("says so where it finds nothing", async () => {
    const page = await typed("midpoint");
    await page.locator(box).fill("zzqxv");
    await page.waitForFunction(() => !document.querySelector(".results-pop .hits a"));
    assert.ok((await page.locator(".results-pop [role=status]").innerText()).trim());
    await page.done();
  });

  test("works by keyboard: down to a hit, Escape back, Enter opens the passage", async () => {
    const page = await typed("ending");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.closest(".hits") !== null), true);
    await page.keyboard.press("ArrowUp");
    const href = await page.evaluate(() => document.activeElement.href);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".results-pop").isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.type), "search");
    await page.locator(box).press("End");
    await page.locator(box).pressSequentially("s");
    await page.locator(box).press("Backspace");
    await page.locator(hits).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(href);
    const anchor = decodeURIComponent(new URL(href).hash.slice(1));
    if (anchor) assert.equal(await page.evaluate((id) => document.getElementById(id) !== null, anchor), true);
    await page.done();
  });

  test("finds from a page in a folder, in its own folder's terms", async () => {
    const deep = ofKind("guide").find((guide) => guide.address.includes("/")).address;
    const page = await typed("midpoint", deep);
    await page.locator(hits).first().click();
    await page.locator("main h1").waitFor();
    await page.done();
  });

  test("groups by kind and shows the sentence with the word marked", async () => {
    const page = await typed("trust");
    assert.ok(await page.locator(".results-pop .hit-group").count() >= 2, "one group only");
    assert.match((await page.locator(".results-pop mark").first().innerText()).toLowerCase(), /trust/);
    await page.done();
  });
});

describe("the search page", () => {
  const address = ofKind("search")[0].address;
  const rows = "[data-results] .hits a";

  async function asked(words) {
    const page = await tab(chrome, { own: "file:" });
    await page.goto(`${fileUrl(address)}?q=${encodeURIComponent(words)}`);
    await page.locator(rows).first().waitFor();
    return page;
  }

  test("answers the question in its address", async () => {
    const page = await asked("rematch");
    assert.match((await titles(page, rows)).join("\n"), /rematch/i);
    assert.equal(await page.locator("main input[type=search]").inputValue(), "rematch");
    nothing(page.faults);
    await page.done();
  });

  for (const name of ["role", "phase", "kind"]) {
    test(`filters by ${name}`, async () => {
      const page = await asked("meeting");
      const field = page.locator(`.filters select[name=${name}]`);
      const all = await titles(page, rows);
      const counts = new Set();
      for (const value of await field.locator("option").evaluateAll((options) => options.map((o) => o.value))) {
        await field.selectOption(value);
        counts.add((await titles(page, rows)).length);
      }
      assert.ok(counts.size > 1, `always ${all.length} hits`);
      await field.selectOption("");
      assert.deepEqual(await titles(page, rows), all);
      await page.done();
    });
  }
});

test("each language has its own documents, and accents do not matter", async () => {
  for (const { address, lang } of readable.filter((page) => page.kind === "home" && page.lang !== language)) {
    const page = await tab(chrome, { own: "file:" });
    await page.goto(fileUrl(address));
    assert.match(await page.locator("form.finder").getAttribute("data-docs"), new RegExp(`\\.${lang}\\.js$`));
    await page.locator(box).focus();
    await page.waitForFunction(() => "mentorbookDocs" in window);
    const word = await page.evaluate(() => window.mentorbookDocs.map((doc) => doc.text).join(" ").match(/\p{L}{4,}[áéíóú]\p{L}{2,}/u)[0]);
    await page.locator(box).pressSequentially(word.normalize("NFD").replace(/\p{M}/gu, ""));
    await page.locator(hits).first().waitFor();
    const marked = (await page.locator(".results-pop mark").allInnerTexts()).join(" ");
    assert.ok(marked.toLowerCase().includes(word.toLowerCase()), `${word} is not among ${marked}`);
    await page.done();
  }
});
