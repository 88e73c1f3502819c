import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../integrations/e-office/simulator/server.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { civilDateOf, yearOf } from '../../src/kernel/civil-date.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { ChainedApp } from './chained-app.js';
import { takeNumbersUnderFire, type Fire } from './numbers-under-fire.js';
import { DEPARTMENT, HOTLINE } from './test-app.js';
import { openTestDatabase } from './test-database.js';

const ACCOUNT = { username: 'sgddt', password: 'mat-khau-thu' };

/**
 * Numbers of the e-office's own incoming book, asked for by processes some of which fail or are killed between the answer and the entry.
 *
 * @throws when after the fire our register does not prove itself, or differs from the e-office's book
 */
export async function expectArrivalNumbersToHold({ numbers, ...fire }: Fire): Promise<void> {
  const test = await openTestDatabase();
  const there = await mkdtemp(join(tmpdir(), 'hoi-am-so-den-'));
  const clock = new SystemClock();
  const office = await startSimulator({
    ...{ directory: there, clock, port: 0, host: '127.0.0.1' as const, ...ACCOUNT },
    department: { agencyCode: DEPARTMENT.id, name: DEPARTMENT.name },
    hotline: { agencyCode: HOTLINE.id, name: HOTLINE.name },
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
  });
  try {
    const app = new ChainedApp(test.database, test.directory, clock, 'eOffice');
    for (let code = 1; code <= numbers; code += 1) await app.receive(`${String(code)}/TĐ1022`);
    const told = [test.directory, office.url, ACCOUNT.password];
    const { killed, complaints } = await takeNumbersUnderFire({ program: 'arrival-number-taker.mjs', told }, fire);
    expect({ killed: killed > 0, complaints }).toEqual({ killed: true, complaints: [] });
    const verdict = await app.checkRegister.check({ book: 'incoming', year: yearOf(civilDateOf(clock.now())) });
    expect(verdict).toMatchObject({ gaps: [], duplicates: [], chain: 'intact', accept: true, from: 1, to: numbers });
    expect(verdict).toMatchObject({ givenThere: numbers });
    expect(verdict.awaiting).toBeUndefined();
    const lines = await test.database.reader.manager.find(IncomingDocumentEntity, { order: { arrivalNumber: 'ASC' } });
    const ours = lines.map(({ arrivalNumber, id }) => `${String(arrivalNumber)} SGDDT-IN-${id}`);
    expect(ours).toEqual(await bookOf(office.url));
    expect((await app.journal.verify()).accept).toBe(true);
  } finally {
    await office.stop();
    await test.close();
    await rm(there, { recursive: true, force: true });
  }
}

interface LedgerOfArrivals {
  readonly registrations: readonly { readonly incomingNumber: string; readonly clientRequestId: string }[];
}

/** The e-office's book, in the order of its numbers. */
async function bookOf(url: string): Promise<readonly string[]> {
  const ledger = (await (await fetch(`${url}/api/ledger`)).json()) as LedgerOfArrivals;
  return ledger.registrations
    .toSorted((a, b) => Number(a.incomingNumber) - Number(b.incomingNumber))
    .map(({ incomingNumber, clientRequestId }) => `${incomingNumber} ${clientRequestId}`);
}
