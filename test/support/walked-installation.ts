import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { ARRIVALS, type Arrival } from './arrivals-by-pages.js';
import { openChromium } from './chromium.js';
import { FirstDay } from './first-day.js';
import { stepsInOrder } from './app-in-chromium.js';
import { HOST, Installation } from './installation.js';
import { InstallationPeople } from './installation-people.js';
import { RoadOfALetter } from './road-of-a-letter.js';
import { TAKES_PICTURES } from './taken-pictures.js';

const HANDBOOK = 'docs/operations/first-day.md';
const CAST = {
  ...{ clerk: 'tuepm', officer: 'ngocnth', officerName: 'Nguyễn Thị Hồng Ngọc', head: 'thangvd' },
  unitName: 'Phòng Giáo dục Trung học',
};

/** Which letters nobody but the post brings to their receivers. */
const BY_POST: Readonly<Record<Arrival, boolean>> = {
  ...{ hotline: false, Open311: false },
  ...{ post: true, phone: true, import: true },
};

export interface InstallationWalk {
  /** The folder of its pictures. */
  readonly pictures: string;
  /** Lines of `.env` besides the usual ones, once what they lead to is there. */
  readonly lines?: () => Promise<Readonly<Record<string, string>>>;
  readonly close?: () => Promise<void>;
  /** How people come to be known, and come in. */
  readonly entersPeople: (day: FirstDay) => Promise<void>;
  readonly letsThemIn: (day: FirstDay) => Promise<void>;
  readonly channels: readonly Arrival[];
}

/** An installation from the empty database to answered tickets, by commands and pages alone, each step on the one before. */
export function walksAnInstallation(walk: InstallationWalk): void {
  let installation: Installation;
  let browser: Browser;
  let people: InstallationPeople;
  let day: FirstDay;
  let road: RoadOfALetter;
  const inOrder = stepsInOrder(240_000);
  const step = (name: string, act: () => Promise<void>): void => {
    inOrder(name, async () => {
      try {
        await act();
      } catch (error) {
        await people.pictureAll();
        throw error;
      }
    });
  };

  beforeAll(async () => {
    installation = await Installation.prepare(await walk.lines?.());
    browser = await openChromium({ host: HOST });
    people = new InstallationPeople(browser, installation.url, walk.pictures);
    day = new FirstDay(installation, people);
    road = new RoadOfALetter(people, CAST, { browser, url: installation.eOffice.url });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await installation.close();
    await walk.close?.();
  });

  step('is made by migrate, and has two administrators from the console', async () => {
    expect(await day.beginAtTheConsole()).toEqual([]);
    await installation.serve();
  });
  step('lets the administrators in with a second factor', () => day.letAdministratorsIn());
  step('gets its units and what they have charge of', () => day.enterUnits());
  step('gets its people with their roles and codes', async () => {
    await walk.entersPeople(day);
    expect(await day.shortfalls()).toEqual([]);
  });
  step('is told who signs, and how contact officers are reached', async () => {
    await day.giveAuthority();
    await day.enterContacts();
  });
  step('is told by two people whose certificates sign and seal', () => day.bindCertificates());
  step('lets everybody in', () => walk.letsThemIn(day));

  for (const arrival of walk.channels) {
    const end = BY_POST[arrival] ? 'posted' : 'released';
    step(`answers a ticket by ${arrival} with a letter that is ${end}`, async () => {
      const subject = await ARRIVALS[arrival]({ installation, people, browser, clerk: CAST.clerk });
      const page = await people.at(CAST.clerk, '/');
      await people.until(page, subject);
      const link = page.getByRole('link', { name: subject }).first();
      await road.walk((await link.getAttribute('href')) ?? '', BY_POST[arrival]);
      if (TAKES_PICTURES) await people.picture(await people.at(CAST.officer), `da-tra-loi-${arrival}`);
    });
  }

  step('has come this way by acts that the handbook names, and no browser complained', async () => {
    const handbook = await readFile(HANDBOOK, 'utf8');
    expect([...people.acts].filter((act) => !handbook.includes(`“${act}”`))).toEqual([]);
    expect(people.complaints).toEqual([]);
  });
}
