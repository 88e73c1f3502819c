// One process of several that have the e-office number what came and enter what it gives, until it is killed or every line has its number.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LessThan } from 'typeorm';
import { SoapClient } from '../../dist/integrations/e-office/soap/client/soap-client.js';
import { SoapMessageTransport } from '../../dist/integrations/e-office/soap/client/soap-message-transport.adapter.js';
import { GivenNumbers } from '../../dist/src/documents/application/given-numbers.js';
import { NumberIncoming } from '../../dist/src/documents/application/number-incoming.js';
import { NumberingHold } from '../../dist/src/documents/application/numbering-hold.js';
import { RegisterChain } from '../../dist/src/documents/application/register-chain.js';
import { RegisterNumbers } from '../../dist/src/documents/application/register-numbers.js';
import { numberIn } from '../../dist/src/documents/domain/given-number.js';
import { IncomingDocumentEntity } from '../../dist/src/documents/persistence/documents.entities.js';
import { Journal } from '../../dist/src/journal/index.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { Outbox } from '../../dist/src/platform/outbox/outbox.js';
import { SystemClock } from '../../dist/src/platform/system-clock.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';

const [directory = '', url = '', password = '', seed = '1'] = process.argv.slice(2);
/** Whole numbers below a limit, thrown from the seed of this process. */
const below = throwsOf(Number(seed));
const clerk = { id: 'c', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };
const clock = new SystemClock();
const database = await Database.open(`sqlite:${join(directory, 'hoi-am.db')}`, SCHEMA);
await database.writer.query('PRAGMA synchronous = OFF');
const uow = new UnitOfWork(database);
const journal = new Journal(clock);
const given = new GivenNumbers(clock, new RegisterNumbers(new NumberingHold(database, uow, clock, journal)));
const numbers = new NumberIncoming(given, new RegisterChain(clock), journal, new Outbox(clock));
const client = new SoapClient({ endpoint: `${url}/eoffice/v1`, clock, timeoutMs: 30_000, username: 'sgddt', password });
const transport = new SoapMessageTransport(client, '000.00.03.H24');

function throwsOf(from) {
  let state = from >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A document is numbered there, and entered here; one time in five something fails between the two. */
async function take({ id, senderName, subject, queuedAt }) {
  const entry = { clientRequestId: `SGDDT-IN-${id}`, bookCode: 'incoming', fromName: senderName, subject };
  const answer = await transport.registerIncoming({ ...entry, receivedAt: queuedAt });
  const fails = below(5) === 0;
  await uow.run(async (tx) => {
    const { number, day } = answer.given;
    const known = { number: numberIn(number), issuedDate: day, source: { by: 'eOffice' } };
    const fault = await numbers.number(tx, clerk, id, known);
    if (fault !== null) throw new Error(fault.sentence);
    if (fails) throw new Error('injected');
  });
}

/** Lines without a number, as they came; so many that others take the same. */
function open() {
  const where = { arrivalNumber: LessThan(1) };
  return database.reader.manager.find(IncomingDocumentEntity, { where, order: { arrivalNumber: 'DESC' }, take: 40 });
}

/** Another process was faster, or the disk busy. */
function isNothing({ code, message }) {
  return code === 'changed-meanwhile' || message === 'injected' || String(message).includes('locked');
}

for (let waiting = await open(); waiting.length > 0; waiting = await open()) {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await take(waiting[below(waiting.length)]);
    } catch (error) {
      if (!isNothing(error)) throw error;
    }
    await pause(below(4));
  }
}
client.close();
await database.close();
