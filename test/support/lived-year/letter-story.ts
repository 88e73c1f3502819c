import { DraftQueries, ReviewDraft, WriteDraft } from '../../../src/drafting/index.js';
import type { DraftEntity } from '../../../src/drafting/index.js';
import { NumberAndSeal, SignatureQueries, type SignatureRequestEntity } from '../../../src/signing/index.js';
import { ApproveReply, BeginReply, KeepEvidence, SendReply, SubmitReply } from '../../../src/tickets/index.js';
import { NO_EVIDENCE } from '../../../src/cli/demo/texts.js';
import { OutgoingDocumentEntity } from '../../../src/documents/index.js';
import { RecallDocument } from '../../../src/exchange/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { WorkOnTicket } from '../../../src/tickets/index.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import type { Desk } from './desks.js';
import type { LivedOffice } from './lived-office.js';
import type { Story } from './stories.js';
import type { Telling } from './telling.js';

const HOUR = 60;
/** Longer than a list of revocations is kept. */
const LOOK_AFTER = 3;

/** Where a letter waits when the span ends: at its author's, for the unit's head, the format, to be submitted, the leader, its number, its seal. */
export const LETTER_STOPS = ['draft', 'content', 'format', 'submit', 'sign', 'number', 'seal'] as const;

export type LetterStop = (typeof LETTER_STOPS)[number];

interface Written extends Desk {
  readonly ticketId: string;
  /** Left out: it goes all its way. */
  readonly stop?: string | undefined;
}

/** The formal answer: written, approved, signed in the e-office, proved, numbered, sealed, released. */
export async function* letterStory(telling: Telling, { ticketId, officer, head, place, stop }: Written): Story {
  const { office, dice } = telling;
  const [writer, chief, clerk] = [await office.as(officer), await office.as(head), await office.as('vanthu')];
  const draftId = await office.get(BeginReply).begin(writer, ticketId);
  await office.get(KeepEvidence).stateNone(writer, ticketId, NO_EVIDENCE);
  await write(office, { draftId, officer, place });
  if (stop === 'draft') return;
  yield { minutes: dice.between(HOUR, 3 * HOUR) };
  await office.get(SendReply).send(writer, draftId);
  if (stop === 'content') return;
  yield { minutes: dice.between(HOUR, 4 * HOUR) };
  if (dice.chance(0.2)) {
    await office.get(ReviewDraft).giveBack(chief, draftId, 'Nêu rõ thời hạn nhà trường trả lại khoản đã thu.');
    yield { minutes: dice.between(HOUR, 2 * HOUR) };
    await write(office, { draftId, officer, place, reason: 'Đã nêu rõ thời hạn trả lại khoản đã thu.' });
    await office.get(SendReply).send(writer, draftId);
    yield { minutes: dice.between(HOUR, 2 * HOUR) };
  }
  await office.get(ApproveReply).approve(chief, draftId);
  if (stop === 'format') return;
  yield { minutes: dice.between(HOUR / 2, 3 * HOUR) };
  await office.get(ReviewDraft).approve(clerk, draftId, 'format');
  if (stop === 'submit') return;
  yield { minutes: dice.between(10, HOUR) };
  const id = await office.get(SubmitReply).submit(writer, draftId);
  await office.work();
  if (stop === 'sign') return;
  yield* signed(telling, id, stop);
}

/** What happens to a letter at the e-office, and what the registry does meanwhile. */
async function* signed({ office, dice }: Telling, id: string, stop: string | undefined): Story {
  const clerk = await office.as('vanthu');
  const { clientRequestId } = await requestOf(office, id);
  yield { minutes: dice.between(HOUR, 6 * HOUR) };
  await office.atEOffice(`/api/signature-requests/${clientRequestId}/sign`, {});
  yield { minutes: LOOK_AFTER };
  await office.lookAtLetters();
  if (stop === 'number') return;
  yield { minutes: dice.between(20, 2 * HOUR) };
  await office.get(NumberAndSeal).numberAndSeal(clerk, id);
  await office.work();
  if (stop === 'seal') return;
  yield { minutes: dice.between(10, HOUR) };
  await office.atEOffice(`/api/signature-requests/${clientRequestId}/seal`, {});
  yield { minutes: LOOK_AFTER };
  await office.lookAtLetters();
}

/** It went out with a mistake: it is recalled, and another written. */
export async function* writtenAgain(telling: Telling, written: Written): Story {
  const { office, dice } = telling;
  yield { minutes: dice.between(2 * HOUR, 7 * HOUR) };
  const rows = office.get(Database).reader.manager;
  const { incomingDocumentId } = await rows.findOneByOrFail(TicketEntity, { id: written.ticketId });
  const { id } = await rows.findOneByOrFail(OutgoingDocumentEntity, { replyToId: incomingDocumentId });
  const recall = office.get(RecallDocument);
  await recall.propose(await office.as('vanthu'), id, 'Ghi nhầm tên trường trong phần kết quả xác minh.');
  yield { minutes: dice.between(HOUR / 2, 4 * HOUR) };
  await recall.grant(await office.as('lanhdao'), id);
  yield { minutes: dice.between(HOUR / 2, 2 * HOUR) };
  await office.get(WorkOnTicket).accept(await office.as(written.officer), written.ticketId);
  yield { minutes: dice.between(HOUR / 2, 2 * HOUR) };
  yield* letterStory(telling, written);
}

interface Writing {
  readonly draftId: string;
  readonly officer: string;
  readonly place: string;
  readonly reason?: string;
}

async function write(office: LivedOffice, { draftId, officer, place, reason = '' }: Writing): Promise<void> {
  const { fields, signerId, version } = await draftOf(office, draftId);
  const said = {
    ket_qua_xac_minh: `Qua kiểm tra hồ sơ và làm việc với ${place}, nội dung phản ánh là đúng.`,
    bien_phap_xu_ly:
      'Sở Giáo dục và Đào tạo đã yêu cầu nhà trường chấm dứt ngay việc làm chưa đúng, khắc phục và kiểm điểm tập thể, cá nhân có liên quan.',
    theo_doi: 'Đơn vị được giao chủ trì theo dõi việc thực hiện của nhà trường và báo cáo Giám đốc Sở.',
  };
  const form = { fields: { ...fields, ...said }, signerId, version, reason };
  await office.get(WriteDraft).save(await office.as(officer), draftId, form);
  await office.work();
}

async function draftOf(office: LivedOffice, id: string): Promise<DraftEntity> {
  const draft = await office.get(DraftQueries).byId(id);
  if (!draft) throw new Error('The draft is gone.');
  return draft;
}

async function requestOf(office: LivedOffice, id: string): Promise<SignatureRequestEntity> {
  const request = await office.get(SignatureQueries).byId(id);
  if (!request) throw new Error('The letter is gone.');
  return request;
}
