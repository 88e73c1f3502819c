import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { API, OPEN } from '../e2e/access-matrix/api.js';
import type { Expectation, Expectations } from '../e2e/access-matrix/expectation.js';
import { EXCHANGE, OWN, REGISTERS, RULES } from '../e2e/access-matrix/agency.js';
import { LETTERS } from '../e2e/access-matrix/letters.js';
import { PEOPLE } from '../e2e/access-matrix/people.js';
import { SUPERVISION } from '../e2e/access-matrix/supervision.js';
import { TICKETS } from '../e2e/access-matrix/tickets.js';
import { HeldApp, type Hold } from '../support/loop-holds/held-app.js';
import { LoopWatch, ranFor } from '../support/loop-holds/loop-watch.js';

const MAX_MS = 200;
const LINES = 19_900;

const KNOWN: Expectations = {
  ...{ ...TICKETS, ...LETTERS, ...REGISTERS, ...EXCHANGE, ...RULES },
  ...{ ...PEOPLE, ...SUPERVISION, ...OWN, ...API },
  'GET /phieu/:id': { yes: 'x', at: { id: 'helped' } },
  ...Object.fromEntries(OPEN.map((route): [string, Expectation] => [route, { yes: '' }])),
};

describe('the event loop', () => {
  let held: HeldApp;
  beforeAll(async () => {
    held = await HeldApp.open(LINES);
  }, 600_000);
  afterAll(() => held.close());

  it('is seen to be held', async () => {
    const ms = await LoopWatch.over(async () => {
      await pause(20);
      for (const until = ranFor() + 2 * MAX_MS * 1e6; ranFor() < until;);
    });
    expect(ms).toBeGreaterThan(MAX_MS);
  });

  it('is measured with the largest input of every route', () => {
    expect(held.routes().filter((route) => KNOWN[route] === undefined)).toEqual([]);
  });

  it('is held by no route for more than 200 ms', async () => {
    const only = new RegExp(process.env['LOOP_HOLD_ROUTES'] ?? '', 'u');
    const holds: Hold[] = [];
    for (const route of new Set(held.routes().filter((one) => only.test(one)))) {
      holds.push(await held.longest(route, KNOWN[route] ?? { yes: '' }, { limitMs: MAX_MS }));
      const table = holds.toSorted((one, other) => other.ms - one.ms).map(lineOf);
      await mkdir('var', { recursive: true });
      await writeFile('var/loop-holds.txt', `${table.join('\n')}\n`);
    }
    process.stdout.write(
      `loop holds: ${String(holds.length)} routes, ${lineOf(holds.toSorted((a, b) => b.ms - a.ms)[0])}\n`,
    );
    expect(holds.filter(({ ms }) => ms >= MAX_MS).map(lineOf)).toEqual([]);
  }, 7_200_000);
});

function lineOf(hold: Hold | undefined): string {
  return hold === undefined ? 'none' : `${hold.ms.toFixed(0)} ms\t${hold.route}\t${hold.what}\t${String(hold.status)}`;
}
