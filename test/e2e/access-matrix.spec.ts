import { AccessCalls, type Call } from '../support/access/access-calls.js';
import { AccessApp } from '../support/access/access-app.js';
import { accessPage, keptAccessPage } from '../support/access/access-page.js';
import { STANDINGS, UNIT_STANDINGS, type OwnUnit } from '../support/access/access-people.js';
import { HeldApp } from '../support/loop-holds/held-app.js';
import { REHEARSED } from '../support/access/rehearsing-unit-of-work.js';
import { API, OPEN } from './access-matrix/api.js';
import type { Expectation, Expectations } from './access-matrix/expectation.js';
import { FOREIGN_FIELDS, FOREIGN_IDS } from './access-matrix/foreign-ids.js';
import { EXCHANGE, OWN, REGISTERS, RULES } from './access-matrix/agency.js';
import { LETTERS } from './access-matrix/letters.js';
import { PEOPLE } from './access-matrix/people.js';
import { SUPERVISION } from './access-matrix/supervision.js';
import { TICKETS } from './access-matrix/tickets.js';

const GROUPS: Readonly<Record<string, Expectations>> = {
  Tickets: TICKETS,
  Letters: LETTERS,
  'Registers and files': REGISTERS,
  'Exchange with other agencies': EXCHANGE,
  'Rules of the agency': RULES,
  'People and units': PEOPLE,
  Supervision: SUPERVISION,
  'What is one’s own': OWN,
  'The API': API,
};

const ALL_ROUTES: readonly (readonly [string, Expectation])[] = Object.values(GROUPS).flatMap((group) =>
  Object.entries(group),
);

/** Acts that write a moment, a seed or a secret which is drawn by lot, so that no two leave the same rows. */
const DRAWN_BY_LOT: readonly string[] = ['POST /trinh-ky/:id/kiem-tra', 'POST /giam-sat/mau', 'POST /tich-hop/webhook'];

/** The long form (`test/long/loop-holds.spec.ts`) judges every route by 200 ms, on a machine that does nothing else. */
const MAX_HOLD_MS = 1_000;
const LINES = 3_000;

/** What once held the event loop for seconds, and what is the heaviest now. */
const HEAVIEST: readonly (readonly [route: string, input: RegExp])[] = [
  ['GET /phieu/:id', /as it is/u],
  ['GET /so-tiep-nhan.xlsx', /as it is/u],
  ['GET /so-van-ban/:book.xlsx', /as it is/u],
  ['GET /so-van-ban/:book.docx', /as it is/u],
  ['GET /so-van-ban/den', /as it is/u],
  ['POST /nhap-phieu', /^json$/u],
  ['POST /kiem-tra-chu-ky', /^pdf of one stream$/u],
  ['POST /phieu/:id/che/:act/:field', /^texts of 20000$/u],
  ['POST /phieu/:id/tien-do', /^texts of 20000$/u],
  ['POST /phieu/:id/tach', /^many fields$/u],
];

let access: AccessApp;
let calls: AccessCalls;

beforeAll(async () => {
  access = await AccessApp.open();
  calls = new AccessCalls(access);
}, 300_000);
afterAll(() => access.close());

describe('who may call what', () => {
  it('is written down for every route, and for none that is not there', async () => {
    const written = [...ALL_ROUTES.map(([route]) => route), ...OPEN];
    const routes = access.routes().map(({ method, path }) => `${method} ${path}`);
    expect([...written].sort()).toEqual([...new Set(routes)].sort());
    expect(await keptAccessPage(GROUPS, OPEN)).toBe(await accessPage(GROUPS, OPEN));
  });

  it.each(Object.keys(GROUPS))(
    'holds for each route of “%s”, each role, own and foreign unit',
    async (group) => {
      const wrong: string[] = [];
      for (const [route, expectation] of Object.entries(GROUPS[group] ?? {})) {
        // What belongs to no unit is the same for the people of all.
        const units: readonly OwnUnit[] = expectation.at === undefined ? ['gdtrh'] : ['gdtrh', 'nui-voi'];
        for (const unit of units)
          for (const standing of unit === 'gdtrh' ? STANDINGS : UNIT_STANDINGS)
            wrong.push(...(await calls.wrongAt({ route, expectation, unit, standing })));
      }
      expect(wrong).toEqual([]);
    },
    300_000,
  );

  it('is refused in the same words for what is foreign as for what is not there', async () => {
    const told: string[] = [];
    for (const [route, expectation] of ALL_ROUTES) {
      const standing = STANDINGS.find((one) => expectation.hidden?.includes(one));
      if (standing === undefined) continue;
      const call: Call = { route, expectation, unit: 'gdtrh', standing };
      const [foreign, nothing] = [await calls.ask(call), await calls.ask(calls.withoutObject(call))];
      if (foreign.body !== nothing.body) told.push(`${route}: ${foreign.body} / ${nothing.body}`);
    }
    expect(told).toEqual([]);
  });

  it('reads no table whole that grows with the work of the agency', async () => {
    expect(await access.plans.walks()).toEqual([]);
    expect(access.plans.statements).toBeGreaterThan(300);
  });

  it('was asked thousands of times', () => {
    process.stdout.write(`access: ${calls.made} calls\n`);
    expect(calls.made).toBeGreaterThan(2500);
  });
});

describe('what is sent along', () => {
  it.each(FOREIGN_IDS)('does not act on what belongs elsewhere: $route by $by', async ({ by, answer, ...call }) => {
    const { statusCode } = await calls.ask({ ...call, expectation: { yes: by, ...call }, unit: 'gdtrh', standing: by });
    expect(statusCode).toBe(answer);
  });

  it('changes nothing by fields that the form does not have', async () => {
    const told: string[] = [];
    let compared = 0;
    for (const [route, expectation] of ALL_ROUTES.filter(([, { yes, answer }]) => yes !== '' && answer === undefined)) {
      const standing = STANDINGS.find((one) => expectation.yes.includes(one));
      if (route.startsWith('GET ') || standing === undefined || DRAWN_BY_LOT.includes(route)) continue;
      const call: Call = { route, expectation, unit: 'gdtrh', standing };
      const plain = await access.written(() => calls.ask(call));
      const laden = await access.written(async () => {
        const { statusCode } = await calls.ask({ ...call, expectation: withForeignFields(expectation) });
        // The API names the field and refuses; a form passes over it.
        if (![REHEARSED, 422].includes(statusCode)) told.push(`${route}: ${statusCode}`);
      });
      compared += 1;
      if (laden !== plain && !(laden === 'nothing' && route.includes(' /api/'))) told.push(`${route}: other rows`);
    }
    expect(told).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  }, 300_000);
});

/** The fields of the form itself stay as they are. */
function withForeignFields(expectation: Expectation): Expectation {
  const { json, fields, ...rest } = expectation.body ?? {};
  if (json !== undefined) return { ...expectation, body: { ...rest, json: { ...FOREIGN_FIELDS, ...json } } };
  return { ...expectation, body: { ...rest, fields: { ...FOREIGN_FIELDS, ...fields } } };
}

describe('a caller of the heaviest routes with the largest input that they take', () => {
  it('holds up nobody else', async () => {
    const held = await HeldApp.over(access, LINES, {});
    const expectations = new Map<string, Expectation>(ALL_ROUTES);
    expectations.set('GET /phieu/:id', { yes: 'x', at: { id: 'helped' } });
    const long: string[] = [];
    for (const [route, chosen] of HEAVIEST) {
      const expectation = expectations.get(route) ?? { yes: '' };
      const { ms, what, status } = await held.longest(route, expectation, { limitMs: MAX_HOLD_MS, chosen });
      expect(`${route} ${String(status)}`).not.toMatch(/ 0$/u);
      if (ms >= MAX_HOLD_MS) long.push(`${route}, ${what}: ${ms.toFixed(0)} ms`);
    }
    expect(long).toEqual([]);
  }, 120_000);
});
