// What scripts add: the switch of light and dark, the presenter's clock, the bank's filters, today's week.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { browser, dark, tab } from "./lib/browser.mjs";
import { fileUrl, language, ofKind, readable, serve } from "./lib/site.mjs";
import { nothing } from "./lib/tell.mjs";

const chrome = await browser();
const site = await serve();
after(() => site.close());

describe("light and dark", () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  for (const [name, url] of [["a server", () => site.url], ["a folder", () => fileUrl("index.html").replace(/index\.html$/, "")]]) {
    test(`the switch is remembered from page to page, from ${name}`, async () => {
      const page = await tab(chrome);
      await page.goto(`${url()}index.html`);
      const day = await ground(page);
      await page.click(".shade");
      const night = await ground(page);
      assert.notEqual(night, day);
      await page.goto(url() + ofKind("guide")[0].address);
      assert.equal(await ground(page), night);
      await page.click(".shade");
      await page.reload();
      assert.equal(await ground(page), day);
      nothing(page.faults);
      await page.done();
    });
  }

  test("without a choice, the system's preference counts", async () => {
    const page = await tab(chrome);
    await page.goto(site.url);
    const day = await ground(page);
    await page.emulateMedia(dark);
    assert.notEqual(await ground(page), day);
    await page.done();
  });
});

describe("the presenter", () => {
  test("counts a step down and all time up, pauses, goes over, turns steps, leaves", async () => {
    const page = await tab(chrome);
    await page.clock.install({ time: new Date("2026-07-08T10:00:00") });
    await page.goto(fileUrl(ofKind("script")[0].address));
    const part = (name) => page.locator(`.presenter [data-part=${name}]`).innerText();
    const press = (name) => page.click(`.presenter [data-do=${name}]`);
    const minutes = await page.locator(".step").evaluateAll((steps) => steps.map((step) => Number(step.dataset.minutes)));

    await page.click("[data-do=present]");
    assert.equal(await page.locator(".step:visible").count(), 1);
    await page.clock.runFor(61_000);
    assert.equal(await part("left"), `${minutes[0] - 2}:59`);
    assert.equal(await part("total"), "1:01");

    await press("pause");
    await page.clock.runFor(30_000);
    assert.equal(await part("total"), "1:01");
    await press("pause");

    await press("forward");
    assert.equal(await part("left"), `${minutes[1]}:00`);
    await page.clock.runFor((minutes[1] * 60 + 5) * 1000);
    assert.equal(await part("left"), "−0:05");
    assert.equal(await page.locator(".presenter.over").count(), 1);
    await press("back");
    assert.equal(await part("left"), `${minutes[0]}:00`);

    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".presenter").isVisible(), false);
    assert.equal(await page.locator(".step:visible").count(), minutes.length);
    nothing(page.faults);
    await page.done();
  });
});

describe("the question bank", () => {
  const address = ofKind("questions")[0].address;
  const open = async () => {
    const page = await tab(chrome);
    await page.goto(fileUrl(address));
    return page;
  };
  const shown = (page) => page.locator(".bank-question:visible").count();

  test("a cell of the map shows its group first, as many questions as the cell says", async () => {
    const page = await open();
    const cell = page.locator(".map tbody a").nth(2);
    const count = Number(await cell.innerText());
    await cell.click();
    assert.equal(await page.locator(".bank-group:visible").first().locator(".bank-question:visible").count(), count);
    assert.match(await page.locator("[data-part=count]").innerText(), new RegExp(`\\b${count}\\b`));
    const near = await page.locator(".bank-group:visible").evaluateAll((groups) => groups.map((group) => group.dataset.theme));
    assert.equal(new Set(near).size, 1, "groups of another theme are shown too");
    await page.click("[data-do=show-all]");
    assert.equal(await shown(page), await page.locator(".bank-question").count());
    await page.done();
  });

  test("filters by who answers, and by words", async () => {
    const page = await open();
    const all = await shown(page);
    const roles = page.locator("input[name=role]");
    const counts = [];
    for (let i = 1; i < await roles.count(); i += 1) {
      await roles.nth(i).check();
      counts.push(await shown(page));
    }
    assert.ok(counts.some((count) => count > 0 && count < all), `${counts} of ${all}`);
    await roles.first().check();
    const words = (await page.locator(".bank-question .question").nth(7).innerText()).toUpperCase();
    await page.fill("#bank-words", words);
    assert.equal(await shown(page), 1);
    await page.done();
  });

  test("an address with an anchor opens filtered", async () => {
    const page = await open();
    const group = await page.locator(".bank-group").nth(2).getAttribute("id");
    await page.goto(`${fileUrl(address)}#${group}`);
    await page.reload();
    assert.equal(await page.locator(".bank-group:visible").first().getAttribute("id"), group);
    await page.done();
  });
});

describe("a role's home", () => {
  const homes = readable.filter((page) => page.kind === "role_home");
  const at = async (day, address = homes.find((home) => home.lang === language).address) => {
    const page = await tab(chrome, { timezoneId: "Europe/Madrid" });
    await page.clock.setFixedTime(new Date(`${day}T12:00:00+02:00`));
    await page.goto(fileUrl(address));
    return page;
  };

  // The sample's cohort starts on 2 March 2026: its ninth week begins on 27 April.
  for (const [day, week] of [["2026-03-02", 1], ["2026-04-27", 9], ["2026-05-03", 9], ["2026-11-27", 39]]) {
    test(`marks week ${week} on ${day}`, async () => {
      for (const { address } of homes) {
        const page = await at(day, address);
        const now = page.locator("tr[aria-current=date]");
        assert.equal(await now.count(), 1, address);
        assert.equal(await now.getAttribute("data-week"), String(week), address);
        assert.match(await page.locator("h1").innerText(), new RegExp(`\\b${week}\\b.*\\b39\\b`), address);
        assert.equal(await page.locator(".ruler .frame").getAttribute("visibility"), "visible", address);
        nothing(page.faults);
        await page.done();
      }
    });
  }

  test("names the next date, which is never past", async () => {
    const page = await at("2026-04-29");
    const next = await page.locator("[data-part=next-date]").innerText();
    assert.ok(next.trim());
    const dates = await page.locator("[data-at]").evaluateAll((all) => all.map((e) => [e.dataset.at.slice(0, 10), e.dataset.long]));
    const first = dates.filter(([day]) => day >= "2026-04-29").sort()[0];
    assert.equal(next.trim(), first[1]);
    await page.done();
  });

  test("says something of its own before the start and after the end", async () => {
    const titles = new Set();
    for (const day of ["2026-02-20", "2026-06-10", "2026-12-20"]) {
      const page = await at(day);
      titles.add(await page.locator("h1").innerText());
      await page.done();
    }
    assert.equal(titles.size, 3);
  });
});
