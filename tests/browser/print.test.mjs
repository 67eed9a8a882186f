// Paper: a sheet is one page (the one that both keep has two sides), a run sheet two, on A4 and on Letter;
// no navigation, safety line kept.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, tab } from "./lib/browser.mjs";
import { fileUrl, ofKind, samples } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();

/** Chromium writes one such object for each page of the document. */
const leaves = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

async function pagesOnPaper(address, format) {
  const page = await tab(chrome);
  await page.goto(fileUrl(address));
  const count = leaves(await page.pdf({ format, preferCSSPageSize: false, margin: undefined }));
  await page.done();
  return count;
}

describe("pages on paper", () => {
  for (const [kind, most] of [["worksheet", 1], ["script", 2]]) {
    for (const { address } of ofKind(kind)) {
      const sides = address.endsWith("expectations-sheet.html") ? 2 : most;
      for (const format of ["A4", "Letter"]) {
        test(`${address} on ${format}: ${sides}`, async () => {
          assert.equal(await pagesOnPaper(address, format), sides);
        });
      }
    }
  }
});

describe("print leaves out what paper cannot do", () => {
  // Nobody prints the search page.
  for (const { kind, address } of samples.filter((page) => page.kind !== "search")) {
    test(kind, async () => {
      const page = await tab(chrome);
      await page.goto(fileUrl(address));
      await page.emulateMedia({ media: "print" });
      const seen = await page.evaluate(() => {
        const shown = (selector) => [...document.querySelectorAll(selector)]
          .filter((e) => e.checkVisibility()).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
        return {
          controls: shown("header.top *, nav:not(.book-contents), button, select, .skip"),
          safety: shown("footer .safety").length,
          text: document.querySelector("main").innerText.trim().length,
          ink: getComputedStyle(document.body).color,
        };
      });
      nothing(seen.controls);
      assert.equal(seen.safety, 1, "no safety line");
      assert.ok(seen.text > 20, "nothing is printed");
      assert.equal(seen.ink, "rgb(0, 0, 0)");
      await page.done();
    });
  }
});

test("paper stays white when the screen is dark", async () => {
  const page = await tab(chrome, { colorScheme: "dark" });
  await page.goto(fileUrl(ofKind("guide")[0].address));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const { paper, ink } = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { paper: backgroundColor, ink: color };
  });
  assert.match(paper, /^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/);
  assert.equal(ink, "rgb(0, 0, 0)");
  await page.done();
});

test("what is typed on a sheet is printed, and goes nowhere", async () => {
  const page = await tab(chrome, { own: "file:" });
  await page.goto(fileUrl(ofKind("worksheet")[0].address));
  const area = page.locator("textarea.lines").first();
  await area.fill("We meet too seldom.\n".repeat(12));
  assert.equal(await area.evaluate((e) => e.scrollHeight <= e.clientHeight + 4), true, "the text is cut off");
  assert.equal(await page.locator("form:not(.finder)").count(), 0);
  nothing(page.faults);
  await page.done();
});
