// One process of several that have the e-office number letters and enter what it gives, until it is killed or every letter has its number.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SoapClient } from '../../dist/integrations/e-office/soap/client/soap-client.js';
import { SoapSigningDesk } from '../../dist/integrations/e-office/soap/client/soap-signing-desk.adapter.js';
import { AgencyProfiles } from '../../dist/src/agency-profile/index.js';
import { readSettings } from '../../dist/src/config/settings.js';
import { GivenNumbers } from '../../dist/src/documents/application/given-numbers.js';
import { LostNumbers } from '../../dist/src/documents/application/lost-numbers.js';
import { NumberingHold } from '../../dist/src/documents/application/numbering-hold.js';
import { OutgoingRegister } from '../../dist/src/documents/application/outgoing-register.js';
import { RegisterChain } from '../../dist/src/documents/application/register-chain.js';
import { RegisterNumbers } from '../../dist/src/documents/application/register-numbers.js';
import { numberIn } from '../../dist/src/documents/domain/given-number.js';
import { OutgoingDocumentEntity } from '../../dist/src/documents/persistence/documents.entities.js';
import { Journal } from '../../dist/src/journal/index.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { PositionSources } from '../../dist/src/platform/position/position-sources.js';
import { SystemClock } from '../../dist/src/platform/system-clock.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';

const [directory = '', url = '', password = '', letters = '0', seed = '1'] = process.argv.slice(2);
/** Whole numbers below a limit, thrown from the seed of this process. */
const below = throwsOf(Number(seed));
const clerk = { id: 'c', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };
const clock = new SystemClock();
const database = await Database.open(`sqlite:${join(directory, 'hoi-am.db')}`, SCHEMA);
await database.writer.query('PRAGMA synchronous = OFF');
const uow = new UnitOfWork(database);
const journal = new Journal(clock);
const chain = new RegisterChain(clock);
const agencyProfiles = new AgencyProfiles(readSettings({ HOI_AM_DATA: directory }), clock, database);
const numbers = new RegisterNumbers(new NumberingHold(database, uow, clock, journal));
const given = new GivenNumbers(clock, numbers);
const register = new OutgoingRegister(
  clock,
  numbers,
  new LostNumbers(clock, numbers, chain, journal, new PositionSources(), agencyProfiles),
  chain,
  journal,
);
const client = new SoapClient({ endpoint: `${url}/eoffice/v1`, clock, timeoutMs: 30_000, username: 'sgddt', password });
const desk = new SoapSigningDesk(client);

function throwsOf(from) {
  let state = from >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A letter is numbered there, and entered here; one time in five something fails between the two, one time in ten the number is voided later. */
async function take(letter) {
  const entry = await desk.takeNumber(letter);
  const fails = below(5) === 0;
  const id = await uow.run(async (tx) => {
    const { clientRequestId: signatureRequestId } = letter;
    if (await tx.existsBy(OutgoingDocumentEntity, { signatureRequestId })) return null;
    const number = numberIn(entry.number);
    const known = { number, issuedDate: entry.issuedDate, source: { by: 'eOffice' } };
    const fault = await given.take(tx, 'outgoing', known);
    if (fault !== null) throw new Error(fault.sentence);
    const line = await register.enterGiven(
      tx,
      clerk,
      {
        ...{ notation: 'SGDĐT-GDTrH', typeName: 'Công văn', subject: 'trả lời kiến nghị', keeper: 'VT, GDTrH' },
        ...{ signerName: 'Hoàng Thị Minh Nguyệt', recipients: ['Tổng đài 1022'], replyToId: null },
        signatureRequestId,
      },
      known,
    );
    if (fails) throw new Error('injected');
    return line.id;
  });
  if (id !== null && below(10) === 0) await uow.run((tx) => register.voidNumber(tx, clerk, id, 'Không đóng được dấu'));
}

/** Letters without a line here, in the order of their ids. */
async function open() {
  const lines = await database.reader.manager.find(OutgoingDocumentEntity, { select: { signatureRequestId: true } });
  const done = new Set(lines.map(({ signatureRequestId }) => signatureRequestId));
  return JSON.parse(letters).filter(({ clientRequestId }) => !done.has(clientRequestId));
}

for (let waiting = await open(); waiting.length > 0; waiting = await open()) {
  // Near the front, where others take too: the same letter comes to two processes.
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await take(waiting[below(Math.min(waiting.length, 40))]);
    } catch (error) {
      if (error.message !== 'injected' && !String(error.message).includes('locked')) throw error;
    }
    await pause(below(4));
  }
}
client.close();
await database.close();
