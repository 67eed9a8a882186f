// Without JavaScript and from a folder: everything can be read, and one can get about.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, tab } from "./lib/browser.mjs";
import { fileUrl, language, ofKind, readable, samples } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();

/** A tab in which no script of the page runs. */
const plain = (options) => tab(chrome, { javaScriptEnabled: false, own: "file:", ...options });

/** Runs in the page: text in `main` that nobody gets to see, except what print or a script alone would use. */
function unseen() {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const lost = [];
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const parent = text.parentElement;
    if (!text.textContent.trim() || parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // The score is drawn twice, for wide and for narrow screens; one of the two is always there.
    // On a phone the table of weeks leaves out those in which nothing happens.
    // The name of a drawing is read out; a folded schedule opens without a script; on a phone the head of a
    // table of figures stands in its rows, and on a wide screen in its head.
    if (parent.closest("svg > title, svg > desc, details:not([open]), .figs thead, .narrow-only")) continue;
    if (parent.closest(".print-only, .js-only, .score-wide, .score-list, .phone-only, .leaf > nav, tr.quiet, noscript")) continue;
    lost.push(text.textContent.trim().slice(0, 60));
  }
  return lost;
}

describe("without a script, all text can be read", () => {
  for (const { kind, address } of samples) {
    test(kind, async () => {
      const wrong = [];
      for (const width of [320, 1280]) {
        const page = await plain({ width });
        await page.goto(fileUrl(address));
        wrong.push(...(await page.evaluate(unseen)).map((text) => `${width}: ${text}`), ...page.faults);
        const main = await page.locator("main").innerText();
        if (main.trim().length < 40) wrong.push(`${width}: hardly any text`);
        await page.done();
      }
      nothing(wrong);
    });
  }
});

test("the main navigation leads to each of its pages, and the name leads home", async () => {
  const page = await plain();
  await page.goto(fileUrl("index.html"));
  const doors = await page.locator("header nav a").evaluateAll((links) => links.map((a) => a.textContent.trim()));
  assert.ok(doors.length >= 4, "hardly any navigation");
  for (const door of doors) {
    await page.goto(fileUrl("index.html"));
    await page.locator("header nav a", { hasText: door }).first().click();
    await page.locator("main h1").waitFor();
    await page.locator("a.brand").click();
    await page.waitForURL(/\/index\.html$/);
  }
  nothing(page.faults);
  await page.done();
});

test("from home through a role's door to a guide, and on to the next page", async () => {
  const page = await plain();
  await page.goto(fileUrl("index.html"));
  await page.locator(".doors a").first().click();
  await page.locator(".role .entries a").first().click();
  await page.locator("main h1").waitFor();
  await page.goto(fileUrl(ofKind("guide").find((guide) => guide.html.includes('rel="next"')).address));
  const before = await page.locator("h1").innerText();
  await page.locator(".turn a[rel=next]").click();
  assert.notEqual(await page.locator("h1").innerText(), before);
  await page.done();
});

test("a phone's menu opens without a script", async () => {
  const page = await plain({ width: 390 });
  await page.goto(fileUrl(ofKind("guide")[0].address));
  const entry = page.locator("#menu nav a").first();
  assert.equal(await entry.isVisible(), false, "the menu lies open");
  await page.locator(".menu-link").click();
  await entry.waitFor({ state: "visible" });
  await page.done();
});

test("a role's home shows the dated weeks of each cohort", async () => {
  const page = await plain();
  await page.goto(fileUrl(ofKind("role_home")[0].address));
  const rows = page.locator("table.weeks tbody tr");
  assert.ok(await rows.count() > 20, "hardly any week");
  assert.ok(await page.locator("table.weeks time").first().isVisible());
  await page.done();
});

test("the question bank shows every question; a cell of the map leads to its group", async () => {
  const page = await plain();
  await page.goto(fileUrl(ofKind("questions")[0].address));
  const shown = await page.locator(".bank-question:visible").count();
  assert.equal(shown, await page.locator(".bank-question").count());
  assert.equal(shown, Number(await page.locator("[data-bank]").getAttribute("data-total")));
  await page.locator(".map tbody a").nth(3).click();
  const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  assert.ok(await target.isVisible());
  await page.done();
});

test("every page in another language says which, and leads to its fellow", async () => {
  const others = readable.filter((page) => page.lang !== language && page.kind === "home");
  for (const { address, lang } of others) {
    const page = await plain();
    await page.goto(fileUrl(address));
    await page.locator(`footer a[hreflang="${language}"]`).click();
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    await page.locator(`footer a[hreflang="${lang}"]`).click();
    assert.equal(page.url(), fileUrl(address));
    await page.done();
  }
});
