// Says what a test found, a line each, and not twice.

import assert from "node:assert/strict";

const MOST = 25;

/** Fails with the findings, where there are any. */
export function nothing(found) {
  const lines = [...new Set(found)];
  if (!lines.length) return;
  const more = lines.length > MOST ? [`… and ${lines.length - MOST} more`] : [];
  assert.fail([`${lines.length} found`, ...lines.slice(0, MOST), ...more].join("\n"));
}
