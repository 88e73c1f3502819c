// One process of several that take numbers of the outgoing register at once, until it is killed or the book has enough.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AgencyProfiles } from '../../dist/src/agency-profile/index.js';
import { readSettings } from '../../dist/src/config/settings.js';
import { OutgoingRegister } from '../../dist/src/documents/application/outgoing-register.js';
import { RegisterChain } from '../../dist/src/documents/application/register-chain.js';
import { LostNumbers } from '../../dist/src/documents/application/lost-numbers.js';
import { NumberingHold } from '../../dist/src/documents/application/numbering-hold.js';
import { PositionSources } from '../../dist/src/platform/position/position-sources.js';
import { RegisterNumbers } from '../../dist/src/documents/application/register-numbers.js';
import { Journal } from '../../dist/src/journal/index.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { SystemClock } from '../../dist/src/platform/system-clock.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';

const [directory = '', enough = '0', seed = '1'] = process.argv.slice(2);
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
const lost = new LostNumbers(clock, numbers, chain, journal, new PositionSources(), agencyProfiles);
const register = new OutgoingRegister(clock, numbers, lost, chain, journal);

function throwsOf(from) {
  let state = from >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A number is taken; one time in five something fails after it, one time in ten it is voided later. @returns the number */
async function take() {
  const fails = below(5) === 0;
  const { id, number } = await uow.run(async (tx) => {
    const taken = await register.number(tx, clerk, {
      ...{ notation: 'SGDĐT-GDTrH', typeName: 'Công văn', subject: 'trả lời kiến nghị', keeper: 'VT, GDTrH' },
      ...{ signerName: 'Hoàng Thị Minh Nguyệt', recipients: ['Tổng đài 1022'], replyToId: null },
      signatureRequestId: randomUUID(),
    });
    if (fails) throw new Error('injected');
    return taken;
  });
  if (below(10) === 0) await uow.run((tx) => register.voidNumber(tx, clerk, id, 'Lãnh đạo không ký'));
  return number;
}

for (let number = 0; number < Number(enough);) {
  try {
    number = await take();
  } catch (error) {
    if (error.message !== 'injected' && !String(error.message).includes('locked')) throw error;
  }
  await pause(below(4));
}
await database.close();
