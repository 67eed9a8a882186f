// The keyboard: skip link, visible focus, nothing hidden behind anything, arrows that turn no page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, tab } from "./lib/browser.mjs";
import { fileUrl, ofKind, samples } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();

/** Runs in the page: what is wrong with how the focused element shows. */
function focusFault() {
  const here = document.activeElement;
  if (!here || here === document.body) return "end";
  const name = `${here.tagName.toLowerCase()} “${(here.textContent || here.ariaLabel || here.id).trim().slice(0, 30)}”`;
  const style = getComputedStyle(here);
  // The ring may lie on the text inside a link of a drawing, or round the whole search box.
  const near = [...here.querySelectorAll("*"), here.closest(".finder") ?? here].map((e) => getComputedStyle(e));
  const ringed = [style, ...near].some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
  if (!ringed) return `${name}: no visible focus`;
  const box = here.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return `${name}: focus on nothing`;
  if (box.bottom < 1 || box.top > innerHeight || box.right < 1 || box.left > innerWidth) return `${name}: out of sight`;
  // Whatever is painted at the element's middle must be the element, a part of it, or what holds it.
  const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2);
  const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  if (top && !here.contains(top) && !top.contains(here)) return `${name}: behind ${top.tagName.toLowerCase()}.${top.getAttribute("class") ?? ""}`;
  return "";
}

describe("every stop of the Tab key shows where it is", () => {
  for (const { kind, address } of samples) {
    test(kind, async () => {
      const wrong = [];
      for (const width of [390, 1280]) {
        const page = await tab(chrome, { width });
        await page.goto(fileUrl(address));
        // The search page puts the cursor into its box; a reader's first Tab elsewhere starts at the top.
        await page.evaluate(() => { document.activeElement.blur(); });
        for (let stop = 0; stop < 60; stop += 1) {
          await page.keyboard.press("Tab");
          const fault = await page.evaluate(focusFault);
          if (fault === "end") break;
          if (fault) wrong.push(`${width}, stop ${stop + 1}: ${fault}`);
        }
        await page.done();
      }
      nothing(wrong);
    });
  }
});

test("the first Tab offers to skip to the text, and does", async () => {
  const page = await tab(chrome);
  await page.goto(fileUrl(ofKind("guide")[0].address));
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { kind: document.activeElement.className, seen: box.top >= 0 && box.left >= 0 && box.width > 20 };
  });
  assert.deepEqual(skip, { kind: "skip", seen: true });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("main") !== null), true);
  await page.done();
});

test("arrow keys turn no page and no step", async () => {
  for (const kind of ["guide", "phase", "check_in", "script"]) {
    const page = await tab(chrome);
    await page.goto(fileUrl(ofKind(kind)[0].address));
    const before = page.url();
    if (kind === "script") await page.click("[data-do=present]");
    const step = await page.locator("h2:visible").first().innerText();
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "PageDown"]) await page.keyboard.press(key);
    assert.equal(page.url(), before);
    assert.equal(await page.locator("h2:visible").first().innerText(), step);
    await page.done();
  }
});

test("the phone's menu opens and closes by keyboard, and says which", async () => {
  const page = await tab(chrome, { width: 390 });
  await page.goto(fileUrl("index.html"));
  const button = page.locator(".menu-link");
  for (const [key, state] of [["Enter", "true"], [" ", "false"]]) {
    await button.focus();
    await page.keyboard.press(key);
    assert.equal(await button.getAttribute("aria-expanded"), state);
    assert.equal(await page.locator("#menu nav a").first().isVisible(), state === "true");
  }
  await page.done();
});

test("the bank's map is worked by keyboard", async () => {
  const page = await tab(chrome);
  await page.goto(fileUrl(ofKind("questions")[0].address));
  const cell = page.locator(".map tbody a").first();
  await cell.focus();
  await page.keyboard.press("Enter");
  assert.equal(await cell.getAttribute("aria-current"), "true");
  await page.done();
});
