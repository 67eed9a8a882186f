// The files as they lie there, without a browser: links and anchors, weights, the page's policy.

import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { decoded, files, pages, read } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const known = new Set(files);
const anchors = new Map(pages.map(({ address, html }) =>
  [address, new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((found) => decoded(found[1])))]));

/** Every address that a page asks for: what it links to, loads, or redirects to. */
function targets(html) {
  const asked = [...html.matchAll(/\s(?:href|src|action|data-docs|data-engine|data-calendar)="([^"]*)"/g)].map((found) => found[1]);
  const refresh = /http-equiv="refresh" content="\d+; ?url=([^"]*)"/.exec(html);
  return (refresh ? [...asked, refresh[1]] : asked).map(decoded).filter((href) => href !== "");
}

/** What is wrong with a link from a page; nothing if it leads somewhere. */
function fault(from, href) {
  if (/^(https?:|mailto:|tel:)/.test(href) || href === "data:,") return ""; // the last: no icon is asked for
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("//")) return "an address of another kind";
  const [path, anchor] = href.split("#");
  const wanted = path.split("?")[0];
  const address = wanted === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(wanted)));
  if (!known.has(address)) return "no such file";
  if (!anchor) return "";
  return anchors.get(address)?.has(decodeURIComponent(anchor)) ? "" : "no such anchor";
}

test("every link of every page leads to a file, and its anchor to a place in it", () => {
  const wrong = [];
  for (const { address, html, kind } of pages) {
    // The error page is shown at any depth, so it alone has absolute addresses.
    const base = kind === "404" ? /<link rel="stylesheet" href="([^"]*)site\.css"/.exec(html)[1] : "";
    for (const href of targets(html)) {
      const absolute = base && href.startsWith(base);
      const why = absolute ? fault("", href.slice(base.length)) : fault(address, href);
      if (why) wrong.push(`${address}: ${href}: ${why}`);
    }
  }
  nothing(wrong);
});

test("every page can be reached from the home page", () => {
  const seen = new Set(["index.html"]);
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  for (const address of seen) {
    for (const href of targets(byAddress.get(address).html)) {
      if (/^[a-z]+:/.test(href)) continue;
      const path = href.split(/[?#]/)[0];
      const next = posix.normalize(posix.join(posix.dirname(address), decodeURIComponent(path)));
      if (path && byAddress.has(next)) seen.add(next);
    }
  }
  const lost = pages.filter(({ kind, address }) => kind !== "redirect" && !/(^|\/)404\.html$/.test(address) && !seen.has(address));
  nothing(lost.map((page) => page.address));
});

test("ids that labels and buttons name exist on their page", () => {
  const wrong = [];
  for (const { address, html } of pages) {
    for (const [, , ids] of html.matchAll(/\s(aria-labelledby|aria-describedby|aria-controls|for)="([^"]*)"/g)) {
      for (const id of decoded(ids).split(/\s+/)) if (!anchors.get(address).has(id)) wrong.push(`${address}: ${id}`);
    }
  }
  nothing(wrong);
});

const packed = (address) => gzipSync(read(address), { level: 9 }).length;

test("a page weighs less than 30 KB compressed", () => {
  const free = new Set(["print_all", "questions"]);
  const heavy = pages.filter((page) => !free.has(page.kind)).map(({ address }) => [packed(address), address]).sort((a, b) => b[0] - a[0]);
  const [weight, address] = heavy[0];
  console.log(`heaviest page: ${address}, ${weight} bytes`);
  assert.ok(weight < 30_000, `${address} weighs ${weight} bytes`);
});

test("style sheets weigh less than 15 KB, scripts less than 25 KB, compressed", () => {
  const sum = (wanted) => files.filter(wanted).reduce((all, address) => all + packed(address), 0);
  const styles = sum((address) => address.endsWith(".css"));
  const scripts = sum((address) => address.endsWith(".js") && !/search-docs/.test(address));
  const documents = files.filter((address) => /search-docs.*\.js$/.test(address)).map((address) => `${address} ${packed(address)}`);
  console.log(`styles ${styles}, scripts ${scripts}, search documents: ${documents.join(", ")} bytes`);
  assert.ok(styles < 15_000, `styles weigh ${styles} bytes`);
  assert.ok(scripts < 25_000, `scripts weigh ${scripts} bytes`);
});

test("first paint waits for two files at most", () => {
  for (const { address, html } of pages) {
    const head = html.slice(0, html.indexOf("</head>"));
    const styles = head.match(/<link rel="stylesheet"/g) ?? [];
    const scripts = [...head.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !/\s(defer|async)\b/.test(tag));
    assert.ok(styles.length + scripts.length <= 2, `${address} waits for ${styles.length + scripts.length}`);
  }
});

test("a strict policy stands before anything it rules; nothing is written inline", () => {
  const wrong = [];
  for (const { address, html } of pages) {
    const tell = (what) => wrong.push(`${address}: ${what}`);
    const policy = decoded(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");
    if (!/default-src '(none|self)'/.test(policy) || /unsafe|https?:|\*/.test(policy)) tell(`policy “${policy}”`);
    if (html.indexOf("Content-Security-Policy") > html.search(/<(link|script|style)\b/)) tell("the policy comes too late");
    if (/<style\b|<script(?![^>]*\bsrc=)|<base\b/.test(html)) tell("an inline style or script");
    for (const [tag] of html.matchAll(/<[a-z][^>]*\s(style|on[a-z]+)="/g)) tell(tag.slice(0, 60));
    for (const [tag] of html.matchAll(/<(?:link rel="stylesheet"|script|img|source|iframe)[^>]*(?:src|href)="(?:https?:)?\/\/[^"]*"/g)) tell(tag);
  }
  nothing(wrong);
  for (const address of files.filter((name) => name.endsWith(".css"))) {
    assert.doesNotMatch(read(address).toString("utf8"), /@import|url\(["']?(https?:)?\/\//, `${address} asks elsewhere`);
  }
});
