// The built site as files: which pages there are, of which kind, in which language.
// Knows nothing of a browser.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The folder of the built site; `tests/run.sh` says where it built it. */
export const root = resolve(process.env.MENTORBOOK_SITE ?? join(here, "../../../output/public"));

/** Every file of the site, as addresses with `/`. */
export const files = readdirSync(root, { recursive: true })
  .filter((name) => statSync(join(root, name)).isFile())
  .map((name) => name.split(sep).join("/"))
  .sort();

export const read = (address) => readFileSync(join(root, address));

const first = (pattern, text) => pattern.exec(text)?.[1] ?? "";

/** Every page: address, kind (the template's name), language, text. */
export const pages = files
  .filter((address) => address.endsWith(".html"))
  .map((address) => {
    const html = read(address).toString("utf8");
    return {
      address,
      html,
      kind: first(/<body[^>]*\bclass="page-([a-z0-9_-]+)/, html),
      lang: first(/<html[^>]*\blang="([^"]+)"/, html),
    };
  });

/** Redirects send the browser on at once, so tests in a browser leave them out. */
export const readable = pages.filter((page) => page.kind !== "redirect");

/** The language without a prefix in its addresses. */
export const language = readable.find((page) => page.address === "index.html").lang;

/** All pages of one kind in the default language. */
export const ofKind = (kind) => readable.filter((page) => page.kind === kind && page.lang === language);

/**
 * The fullest page of each kind: it shows most of what a template can; of cohorts, a running one too, for
 * its page is another. The error page has absolute
 * addresses and is no page of a folder; it is tested where the site is served.
 */
const fullest = (of) => of.reduce((a, b) => (b.html.length > a.html.length ? b : a));
const running = ({ kind, html }) => kind === "cohort" && !html.includes('id="in-short"');
export const samples = [...new Set(readable.map((page) => page.kind))].filter((kind) => kind !== "404").sort()
  .flatMap((kind) => [...new Set([fullest(ofKind(kind)), ...ofKind(kind).filter(running).slice(0, 1)])]);

/** Text of an attribute, its character references resolved. */
export const decoded = (text) => text
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A page as one opens it from a folder. */
export const fileUrl = (address) => pathToFileURL(join(root, address)).href;

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
  ".ics": "text/calendar; charset=utf-8", ".xml": "application/xml", ".json": "application/json", ".txt": "text/plain",
};

/**
 * Serves the site under a sub-path, as a project page on a shared host would have it, and at the
 * root too: the error page, shown at any depth, has absolute addresses.
 */
export async function serve() {
  const base = "/sub/path/";
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = resolve(root, path.slice(path.startsWith(base) ? base.length : 1) || "index.html");
    const inside = !relative(root, file).startsWith("..");
    try {
      const body = inside && readFileSync(file);
      if (!body) throw new Error("outside the site");
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + base, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}
