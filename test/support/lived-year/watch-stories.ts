import { CloseRegister } from '../../../src/documents/index.js';
import { addDays, civilDate, civilDateOf, yearOf, type CivilDate } from '../../../src/kernel/civil-date.js';
import { Database } from '../../../src/platform/database/database.js';
import { KeepReport, MakeReport } from '../../../src/reports/index.js';
import { ReportEntity } from '../../../src/reports/persistence/report.entities.js';
import { Directives, DrawSample, ReminderLetters, WriteInspectionNote } from '../../../src/supervision/index.js';
import {
  InspectionSampleEntity,
  ReminderLetterEntity,
} from '../../../src/supervision/persistence/supervision.entities.js';
import type { Story } from './stories.js';
import type { Telling } from './telling.js';

const DAY = 460;
const FOUND = [
  ['right', 'Hồ sơ đầy đủ, câu trả lời đúng nội dung phản ánh, có tài liệu chứng minh.'],
  ['right', 'Đã gọi lại cho người phản ánh; nhà trường đã khắc phục như trả lời.'],
  ['partly', 'Câu trả lời đúng nhưng chưa nêu thời hạn khắc phục.'],
] as const;
const TASKS = [
  'Rà soát các khoản thu đầu năm học tại các trường trực thuộc, báo cáo khoản thu chưa đúng quy định.',
  'Kiểm tra việc trả lời phản ánh về an toàn cổng trường, đề xuất biện pháp chung.',
  'Giải trình nguyên nhân các phiếu quá hạn trong tháng và biện pháp khắc phục.',
  'Hướng dẫn các trường công khai thu, chi và thực đơn bán trú trên trang thông tin điện tử.',
] as const;

/** What supervision does after each month: the report is frozen, a sample drawn and looked at, units reminded and directed. */
export async function* afterMonth(telling: Telling, lastDay: CivilDate): Story {
  yield* report(telling, lastDay);
  yield* otherReports(telling);
  yield { minutes: 120 };
  yield* sample(telling, lastDay);
  yield { minutes: 200 };
  yield* reminders(telling);
  yield { minutes: 60 };
  yield* directive(telling);
}

async function* report({ office, dice }: Telling, lastDay: CivilDate): Story {
  const supervisor = await office.as('thanhtra');
  const rows = office.get(Database).reader.manager;
  const period = { kind: 'monthly', cutOff: 'calendar', firstDay: '', lastDay: '' } as const;
  const drafted = { kind: 'monthly', cutOff: 'calendar', lastDay, state: 'draft' } as const;
  // The background drafts what is due; a month that it did not is asked for.
  const known = await rows.findOneBy(ReportEntity, drafted);
  const id = known?.id ?? (await office.get(MakeReport).asked(supervisor, { ...period, day: lastDay }));
  await office.get(KeepReport).write(supervisor, id, {
    addressee: 'Ủy ban nhân dân thành phố Hải Phòng',
    assessment: dice.oneOf([
      'Số phản ánh về thu chi tăng đầu năm học; một số phiếu phải chờ báo cáo của trường nên trả lời chậm.',
      'Phần lớn phiếu được trả lời đúng hạn; phiếu quá hạn tập trung ở các việc cần kiểm tra hiện trường.',
    ]),
    proposals: 'Tiếp tục công khai các khoản thu; đôn đốc đơn vị ghi tiến độ thường xuyên.',
  });
  yield { minutes: DAY };
  const { snapshotSha256 } = await rows.findOneByOrFail(ReportEntity, { id });
  await office.get(KeepReport).freeze(supervisor, id, snapshotSha256);
}

/** The background drafts reports of every kind; those of a quarter are kept, those that nobody asked for dropped. */
async function* otherReports({ office }: Telling): Story {
  const supervisor = await office.as('thanhtra');
  const drafts = await office.get(Database).reader.manager.find(ReportEntity, { where: { state: 'draft' } });
  for (const { id, kind, cutOff, snapshotSha256 } of drafts) {
    const isKept = cutOff === 'calendar' && (kind === 'quarterly' || kind === 'halfYear');
    if (isKept) await office.get(KeepReport).freeze(supervisor, id, snapshotSha256);
    else await office.get(KeepReport).drop(supervisor, id);
    yield { minutes: 3 };
  }
}

async function* sample({ office, dice }: Telling, lastDay: CivilDate): Story {
  const supervisor = await office.as('thanhtra');
  const question = { from: civilDate(`${lastDay.slice(0, 8)}01`), to: lastDay };
  const id = await office.get(DrawSample).draw(supervisor, {
    ...{ question, what: 'answeredInTime', size: 3 },
    purpose: 'Kiểm tra ngẫu nhiên chất lượng trả lời trong tháng',
  });
  const { chosen } = await office.get(Database).reader.manager.findOneByOrFail(InspectionSampleEntity, { id });
  for (const ticketId of chosen) {
    yield { minutes: dice.between(60, 200) };
    const [finding, text] = dice.oneOf(FOUND);
    await office.get(WriteInspectionNote).write(supervisor, {
      ...{ ticketId, sampleId: id, kind: 'inspection', finding, text, happenedOn: null, place: '', files: [] },
    });
  }
}

async function* reminders({ office }: Telling): Story {
  const supervisor = await office.as('thanhtra');
  const rows = office.get(Database).reader.manager;
  const proposed = await rows.find(ReminderLetterEntity, { where: { state: 'proposed' }, order: { id: 'ASC' } });
  for (const [at, { id }] of proposed.entries()) {
    if (at === 0) await office.get(ReminderLetters).confirm(supervisor, id);
    else await office.get(ReminderLetters).drop(supervisor, id, 'Đã nhắc trực tiếp trong cuộc họp giao ban.');
    yield { minutes: 20 };
  }
}

async function* directive({ office, dice }: Telling): Story {
  const head = await office.as(dice.oneOf(['truongphong', 'oanhlk', 'sonnt', 'dungqt', 'hungbm']));
  const [supervisor, directives] = [await office.as('thanhtra'), office.get(Directives)];
  const id = await directives.issue(supervisor, {
    ...{ unitId: head.unitId ?? '', ticketId: null, text: dice.oneOf(TASKS) },
    dueOn: addDays(civilDateOf(office.clock.now()), 14),
  });
  yield { minutes: dice.between(3, 10) * DAY };
  await directives.answer(head, id, 'Đơn vị đã thực hiện, có báo cáo gửi kèm trên hệ thống quản lý văn bản.');
  if (dice.chance(0.3)) return;
  yield { minutes: dice.between(1, 3) * DAY };
  await directives.close(supervisor, id, 'Đã thực hiện đúng yêu cầu.');
}

/** The books of the year before are closed when nothing of them is open. */
export async function* closedBooks({ office }: Telling): Story {
  const clerk = await office.as('vanthu');
  const year = yearOf(civilDateOf(office.clock.now())) - 1;
  for (const book of ['incoming', 'outgoing'] as const) {
    await office.get(CloseRegister).close(clerk, { book, year });
    yield { minutes: 30 };
  }
}
