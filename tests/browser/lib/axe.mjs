// Runs axe-core in a page. Its source goes in by the debugger, which the page's policy does not bind.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dark, forced, light, widths } from "./browser.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const options = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Off by default although it belongs to WCAG 2.2 AA.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  preload: false,
};

/** What axe finds on the page as it stands: a line for each rule and place, with what to do. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const found = await page.evaluate((options) => window.axe.run(document, options), options);
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} — ${node.failureSummary.replace(/\s+/g, " ").slice(0, 200)}`));
}

/** Every width in every look. */
export const looks = {};
for (const [name, media] of Object.entries({ light, dark, forced })) {
  for (const width of widths) {
    looks[`${name} ${width}`] = async (page) => {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 900 });
    };
  }
}

/** The same in several looks; findings that are alike become one line that names the looks. */
export async function axeIn(page, looks) {
  const found = new Map();
  for (const [name, set] of Object.entries(looks)) {
    await set(page);
    for (const line of await axe(page)) found.set(line, [...(found.get(line) ?? []), name]);
  }
  return [...found].map(([line, names]) => `${line} (${names.join(", ")})`);
}
