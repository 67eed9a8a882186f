// Every page, served under a sub-path: no fault of any kind, nothing fetched from elsewhere,
// no sideways scrolling, headings in order, language and title present.

import { after, describe, test } from "node:test";
import { browser, tab, widths } from "./lib/browser.mjs";
import { fileUrl, readable, samples, serve } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();
const site = await serve();
after(() => site.close());

/** Runs in the page: how far its body can be pushed sideways, and by what. */
function overflow() {
  const limit = document.documentElement.clientWidth;
  const by = document.scrollingElement.scrollWidth - limit;
  // What a drawing writes past the edge cannot even be scrolled to.
  const lost = [...document.querySelectorAll("svg text")].filter((e) => e.getBoundingClientRect().right > limit + 1);
  if (lost.length) return `written past the edge: ${lost.map((e) => e.textContent.trim()).join(", ")}`;
  if (by <= 0) return "";
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > limit + 1 && !e.closest(".scroll, svg svg"))
    .slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}`);
  return `${by} px wider than the window: ${wide.join(", ")}`;
}

/** Runs in the page: the levels of the headings that a reader meets. */
function headings() {
  return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((h) => h.checkVisibility()).map((h) => [Number(h.tagName[1]), h.textContent.trim()]);
}

function outOfOrder(list) {
  const wrong = [];
  if (list.filter(([level]) => level === 1).length !== 1) wrong.push("not exactly one h1");
  list.forEach(([level, text], i) => {
    const last = i ? list[i - 1][0] : level;
    if (level > last + 1) wrong.push(`h${level} “${text}” after h${last}`);
    if (!text) wrong.push(`an empty h${level}`);
  });
  return wrong;
}

test("every page loads without a fault, and fits 320 px", async () => {
  const wrong = [];
  const page = await tab(chrome, { own: site.url, width: 320 });
  for (const { address, kind } of readable) {
    if (kind === "404") continue;
    page.faults.length = 0;
    await page.goto(site.url + address);
    const tell = (line) => wrong.push(`${address}: ${line}`);
    page.faults.forEach(tell);
    outOfOrder(await page.evaluate(headings)).forEach(tell);
    const wide = await page.evaluate(overflow);
    if (wide) tell(wide);
    const { title, cookie } = await page.evaluate(() => ({ title: document.title, cookie: document.cookie }));
    if (!title.trim()) tell("no title");
    if (cookie) tell(`a cookie: ${cookie}`);
  }
  await page.done();
  nothing(wrong);
});

test("the error page loads without a fault where the site stands at its own address", async () => {
  const page = await tab(chrome, { own: site.origin });
  for (const { address } of readable.filter(({ kind }) => kind === "404")) await page.goto(`${site.origin}/${address}`);
  nothing(page.faults);
  await page.done();
});

describe("no page scrolls sideways", () => {
  for (const { kind, address } of samples) {
    test(kind, async () => {
      const page = await tab(chrome);
      await page.goto(fileUrl(address));
      const wrong = [];
      for (const width of [...widths, 400, 759, 1000, 1216]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(overflow);
        if (wide) wrong.push(`${width}: ${wide}`);
      }
      await page.done();
      nothing(wrong);
    });
  }
});

/** Runs in the page: what stands alone to be tapped and is lower than a fingertip. */
function small() {
  const inSentence = (link) => [...link.parentElement.childNodes]
    .some((node) => node !== link && node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent));
  return [...document.querySelectorAll("main a[href], .top a[href], .foot a[href], button, select, input[type=search], label:has(input)")]
    .filter((e) => e.checkVisibility() && e.getClientRects().length && !e.closest("p.lead, .prose, .skip, svg, td, .safety, .aside"))
    .filter((e) => !(e.matches("a") && inSentence(e)))
    .filter((e) => e.getBoundingClientRect().height < 43.5)
    .map((e) => `${e.closest("[class]").className}: ${e.textContent.trim().slice(0, 30)}`);
}

test("on a phone, what stands alone to be tapped is 44 px high", async () => {
  const page = await tab(chrome, { width: 390 });
  const wrong = [];
  for (const { address } of samples) {
    await page.goto(fileUrl(address));
    for (const line of await page.evaluate(small)) wrong.push(`${address}: ${line}`);
    if (await page.locator(".menu-link").isVisible()) await page.click(".menu-link");
    for (const line of await page.evaluate(small)) wrong.push(`${address}, menu open: ${line}`);
  }
  await page.done();
  nothing(wrong);
});

test("wider text spacing, as WCAG 1.4.12 has it, loses nothing on a phone", async () => {
  const page = await tab(chrome, { width: 320 });
  const wrong = [];
  for (const { address } of samples) {
    await page.goto(fileUrl(address));
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
      document.adoptedStyleSheets.push(sheet);
    });
    const wide = await page.evaluate(overflow);
    if (wide) wrong.push(`${address}: ${wide}`);
    const cut = await page.evaluate(() => [...document.querySelectorAll("main *")]
      .filter((e) => e.clientWidth > 1 && getComputedStyle(e).overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1)
      .map((e) => e.textContent.trim().slice(0, 40)));
    cut.forEach((text) => wrong.push(`${address}: cut off: ${text}`));
  }
  await page.done();
  nothing(wrong);
});
