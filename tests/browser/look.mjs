// Pictures of every kind of page, for looking at: desktop and phone, light, dark and forced colours, and paper.
// The error page and redirects, which a folder cannot show, are left out.
//   MENTORBOOK_SITE=output/public node tests/browser/look.mjs FOLDER [KIND …]
// Role homes are shown as they stand on 29 April 2026, in the sample's ninth week.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { fileUrl, samples } from "./lib/site.mjs";

const [folder, ...kinds] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tests/browser/look.mjs FOLDER [KIND …]");
  process.exit(2);
}
const out = resolve(folder);
mkdirSync(out, { recursive: true });

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find((at) => at && existsSync(at));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const wanted = samples.filter(({ kind }) => !kinds.length || kinds.includes(kind));

for (const [device, width, height] of [["desktop", 1280, 900], ["phone", 390, 844]]) {
  for (const look of ["light", "dark", "forced"]) {
    const colours = { colorScheme: look === "dark" ? "dark" : "light", forcedColors: look === "forced" ? "active" : "none" };
    const context = await browser.newContext({ viewport: { width, height }, ...colours, deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2026-04-29T12:00:00+02:00"));
    for (const { kind, address } of wanted) {
      await page.goto(fileUrl(address));
      // A page of print-all's length makes no picture that one can look at.
      const fullPage = !["print_all", "questions", "glossary"].includes(kind);
      await page.screenshot({ path: join(out, `${kind}-${device}-${look}.png`), fullPage });
    }
    await context.close();
  }
}

const page = await browser.newPage();
for (const { kind, address } of wanted.filter(({ kind }) => kind !== "search")) {
  await page.goto(fileUrl(address));
  const pdf = join(out, `${kind}.pdf`);
  await page.pdf({ path: pdf, format: "A4" });
  const drawn = spawnSync("pdftoppm", ["-r", "70", "-png", "-l", "4", pdf, join(out, `${kind}-print`)]);
  if (drawn.error) console.error("pdftoppm is not installed: the PDFs stay as they are");
  else rmSync(pdf);
}
await browser.close();
console.log(`${wanted.length} kinds of page in ${out}`);
