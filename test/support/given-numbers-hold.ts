import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../integrations/e-office/simulator/server.js';
import { SimulatorStore } from '../../integrations/e-office/simulator/store.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { printedNumber } from '../../src/documents/domain/register.js';
import { civilDateOf, yearOf } from '../../src/kernel/civil-date.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { ChainedApp } from './chained-app.js';
import { takeNumbersUnderFire, type Fire } from './numbers-under-fire.js';
import { DEPARTMENT, HOTLINE } from './test-app.js';
import { openTestDatabase } from './test-database.js';

const ACCOUNT = { username: 'sgddt', password: 'mat-khau-thu' };

/** A letter at the e-office, by both sides' ids. */
interface LetterThere {
  readonly clientRequestId: string;
  readonly signatureRequestId: string;
}

/**
 * Numbers of the e-office's own book, asked for by processes some of which fail or are killed between the answer and the entry.
 *
 * @throws when after the fire our register does not prove itself, or differs from the e-office's book
 */
export async function expectGivenNumbersToHold({ numbers, ...fire }: Fire): Promise<void> {
  const test = await openTestDatabase();
  const there = await mkdtemp(join(tmpdir(), 'hoi-am-so-di-'));
  const clock = new SystemClock();
  const letters = signedLetters(there, numbers, clock.now());
  const office = await startSimulator({
    ...{ directory: there, clock, port: 0, host: '127.0.0.1' as const, ...ACCOUNT },
    department: { agencyCode: DEPARTMENT.id, name: DEPARTMENT.name },
    hotline: { agencyCode: HOTLINE.id, name: HOTLINE.name },
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
  });
  try {
    const told = [test.directory, office.url, ACCOUNT.password, JSON.stringify(letters)];
    const { killed, complaints } = await takeNumbersUnderFire({ program: 'given-number-taker.mjs', told }, fire);
    expect({ killed: killed > 0, complaints }).toEqual({ killed: true, complaints: [] });
    const app = new ChainedApp(test.database, test.directory, clock);
    const verdict = await app.checkRegister.check({ book: 'outgoing', year: yearOf(civilDateOf(clock.now())) });
    expect(verdict).toMatchObject({ gaps: [], duplicates: [], chain: 'intact', accept: true, from: 1, to: numbers });
    const lines = await test.database.reader.manager.find(OutgoingDocumentEntity, { order: { number: 'ASC' } });
    const ours = lines.map(
      ({ number, issuedDate, signatureRequestId }) => `${printedNumber(number)} ${issuedDate} ${signatureRequestId}`,
    );
    expect(ours).toEqual(await bookOf(office.url));
    expect(lines.every(({ givenBy }) => givenBy?.by === 'eOffice')).toBe(true);
    expect(lines.filter(({ state }) => state === 'voided').length).toBeGreaterThan(0);
    expect((await app.journal.verify()).accept).toBe(true);
  } finally {
    await office.stop();
    await test.close();
    await rm(there, { recursive: true, force: true });
  }
}

/** Letters that a leader has signed there; how they look is of no account for their numbers. */
function signedLetters(directory: string, count: number, at: Date): readonly LetterThere[] {
  const store = SimulatorStore.open(directory);
  try {
    return store.atomically(() =>
      Array.from({ length: count }, (_, index) => {
        const clientRequestId = `SGDDT-SO-${String(index + 1).padStart(5, '0')}-r1`;
        const opened = store.signatures.open({
          ...{ clientRequestId, contentHash: clientRequestId, submittedAt: at, subject: 'trả lời kiến nghị' },
          ...{ notation: 'SGDĐT-GDTrH', preparedBy: 'ngoc', documentNumber: null, issuedDate: null },
        });
        store.signatures.change(opened, { status: 'signed' }, at);
        return { clientRequestId, signatureRequestId: opened.id };
      }),
    );
  } finally {
    store.close();
  }
}

interface LedgerOfNumbers {
  readonly numbers: readonly { readonly documentNumber: string; issuedDate: string; clientRequestId: string }[];
}

/** The e-office's book, in the order of its numbers. */
async function bookOf(url: string): Promise<readonly string[]> {
  const ledger = (await (await fetch(`${url}/api/ledger`)).json()) as LedgerOfNumbers;
  return ledger.numbers.map(
    ({ documentNumber, issuedDate, clientRequestId }) => `${documentNumber} ${issuedDate} ${clientRequestId}`,
  );
}
