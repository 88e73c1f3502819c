import { RegisterRows } from '../../src/documents/application/register-rows.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { AcceptTicket, ClassifyTicket, type Classification } from '../../src/tickets/index.js';
import { RegistersPageQuery } from '../../src/web/registers/registers-page-query.js';
import { TestApp } from '../support/test-app.js';

const SECRET = 'Nội dung được giữ bí mật';
const JUDGED: Classification = {
  ...{ level: 'normal', category: 'staffConduct', nature: 'denunciation', kind: 'feedback', complainedUnitId: null },
};

let app: TestApp;
let [clerk, officer]: Actor[] = [];

const person = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;

beforeEach(async () => {
  app = await TestApp.open();
  [clerk, officer] = [await person('vanthu'), await person('ngoc')];
});
afterEach(() => app.close());

async function subjectsOnPage(code: 'den' | 'theo-doi'): Promise<readonly string[]> {
  const reading = await app.nest
    .get(RegistersPageQuery)
    .read(officer as Actor, { code, year: null, top: null, release: '' });
  return reading.page.rows.map(({ subject }) => subject);
}

async function onPaper(): Promise<string> {
  const span = { book: 'incoming' as const, year: 2026, from: civilDate('2026-01-01'), to: civilDate('2026-12-31') };
  const cells: string[] = [];
  for await (const lines of app.nest.get(RegisterRows).of(span)) cells.push(...lines.flatMap((line) => line.cells));
  return cells.join('\n');
}

describe('the line of a denunciation in the registers', () => {
  it('keeps its number and its day, and says nothing of what it is about, on pages and on paper', async () => {
    const { id, subject } = await app.receive();
    await app.receive();
    const before = await subjectsOnPage('den');
    expect(before).toHaveLength(2);
    expect(before.join()).not.toContain(SECRET);
    await app.nest.get(AcceptTicket).accept(clerk as Actor, id);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, JUDGED);
    for (const code of ['den', 'theo-doi'] as const) expect(await subjectsOnPage(code)).toEqual([before[0], SECRET]);
    expect(await onPaper()).toContain(SECRET);
    expect((await onPaper()).split(subject)).toHaveLength(2);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, { ...JUDGED, nature: 'feedback' });
    expect(await subjectsOnPage('den')).toEqual(before);
  });
});
