// A Chromium, and a page in it that writes down everything that went wrong.

import { existsSync } from "node:fs";
import { after } from "node:test";
import { chromium } from "playwright-core";

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const args = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** One browser for a test file; it closes when the file's tests are done. */
export async function browser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Chromium found: install it, or name it in the variable CHROMIUM");
  const started = await chromium.launch({ executablePath, args, headless: true });
  after(() => started.close());
  return started;
}

// Motion is reduced, so that nobody measures a colour on its way to another.
export const light = { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" };
export const dark = { ...light, colorScheme: "dark" };
export const forced = { ...light, forcedColors: "active" };

/** Pages are looked at where a phone, a tablet and a desktop begin. */
export const widths = [320, 768, 1280];

/**
 * A new tab. `faults` gathers console errors, script errors, violations of the page's policy,
 * failed requests, and requests for anything that is not below `own`.
 */
export async function tab(browser, { own, width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...light, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") faults.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on("request", (request) => {
    if (own && !request.url().startsWith(own)) faults.push(`foreign: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  // The console names most violations; this event names the blocked ones that only report.
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
  return Object.assign(page, { faults, done: () => context.close() });
}
