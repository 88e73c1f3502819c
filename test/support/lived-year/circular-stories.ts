import { AcknowledgeCircular, BriefUnit, WriteCircular } from '../../../src/circulars/index.js';
import { CircularEntity } from '../../../src/circulars/persistence/circulars.entities.js';
import { PEOPLE } from '../../../src/cli/demo/people.js';
import { sendSourceLetter } from '../../../src/cli/demo/source-letter.js';
import { addDays, civilDateOf } from '../../../src/kernel/civil-date.js';
import { Database } from '../../../src/platform/database/database.js';
import type { LivedOffice } from './lived-office.js';
import type { Stories, Story } from './stories.js';
import type { Telling } from './telling.js';
import { workedOn } from './working-days.js';

const DAY = 460;

/** The letter from which the duties come: sent on the first day, read by nearly everybody. */
export async function* sourceLetter(telling: Telling, stories: Stories): Story {
  await sendSourceLetter(telling.office.context);
  yield { minutes: 5 };
  await readBy(telling, stories, { part: 0.95, withinDays: 6 });
}

/** A reminder before the year is reported; some have not opened it when the span ends. */
export async function* yearEndLetter(telling: Telling, stories: Stories): Story {
  const { office } = telling;
  const [clerk, write] = [await office.as('vanthu'), office.get(WriteCircular)];
  const today = civilDateOf(office.clock.now());
  const id = await write.draft(clerk, {
    title: 'Chấn chỉnh việc trả lời phản ánh, kiến nghị đúng hạn và chuẩn bị báo cáo tổng kết năm',
    symbol: 'SGDĐT-VP',
    issuedOn: today,
    text: [
      'Thủ trưởng các đơn vị rà soát phiếu quá hạn, trả lời dứt điểm và cập nhật tiến độ trên hệ thống.',
      'Cán bộ đầu mối ghi tiến độ ít nhất ba ngày làm việc một lần cho đến khi trả lời xong.',
    ].join('\n'),
    files: [],
    dueOn: addDays(today, 14),
    validTo: null,
    replacesId: null,
    audience: { everybody: true, unitKinds: [], unitIds: [], roles: [], staffIds: [] },
  });
  await write.send(clerk, id);
  yield { minutes: 5 };
  await readBy(telling, stories, { part: 0.6, withinDays: 8 });
}

async function readBy(
  { office, dice }: Telling,
  stories: Stories,
  { part, withinDays }: { readonly part: number; readonly withinDays: number },
): Promise<void> {
  const { manager } = office.get(Database).reader;
  const [circular] = await manager.find(CircularEntity, { order: { createdAt: 'DESC' }, take: 1 });
  if (circular === undefined) throw new Error('Nothing was sent.');
  for (const { username, roles } of PEOPLE.filter(() => dice.chance(part))) {
    const at = workedOn(office.clock.now(), dice.between(20, withinDays * DAY));
    const told = roles.includes('unitHead') ? dice.between(8, 60) : 0;
    stories.begin(at, reading(office, { circularId: circular.id, username, told }));
  }
}

async function* reading(
  office: LivedOffice,
  { circularId, username, told }: { readonly circularId: string; readonly username: string; readonly told: number },
): Story {
  const [reader, circulars] = [await office.as(username), office.get(AcknowledgeCircular)];
  await circulars.opened(reader, circularId);
  yield { minutes: 4 };
  await circulars.acknowledge(reader, circularId);
  if (told === 0) return;
  yield { minutes: DAY };
  const toldOn = civilDateOf(office.clock.now());
  const note = 'Đã phổ biến tại buổi họp giao ban của đơn vị.';
  await office.get(BriefUnit).confirm(reader, { circularId, peopleTold: told, toldOn, note, minutes: null });
}
