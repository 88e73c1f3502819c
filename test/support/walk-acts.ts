import type { Abstract, Type } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../src/kernel/actor.js';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../src/law/index.js';
import { TICKET_ACTS, type ActName } from '../../src/tickets/domain/ticket-acts.js';
import { NATURES, type Nature } from '../../src/tickets/domain/ticket-state.js';
import {
  AcceptTicket,
  ProposeDirectAnswer,
  ApproveAnswer,
  AskCitizen,
  AskCoordination,
  AssignTicket,
  BeginReply,
  RecordCitizenReply,
  ClassifyTicket,
  CloseTicket,
  CompleteTicket,
  AnswerCoordination,
  FinishCoordination,
  IssueAnswerPage,
  RevokeAnswerPage,
  DecideExtension,
  DecidePublication,
  DeclineAssignment,
  DiscardReply,
  KeepEvidence,
  MergeTicket,
  RecordComplaintSubject,
  RateAnswer,
  RejectTicket,
  RejectUnfounded,
  RemindHolder,
  ReopenTicket,
  RequestExtension,
  RequestPublication,
  ReturnTicket,
  SplitTicket,
  UndoAct,
  WithdrawTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketPublicationEntity,
} from '../../src/tickets/persistence/life.entities.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { Dice } from './dice.js';

/** Acts that nobody can press: jobs and news of letters do them. */
export type SystemAct =
  | 'handOver'
  | 'coordinationLapsed'
  | 'informationLapsed'
  | 'letterSent'
  | 'letterGivenBack'
  | 'letterReleased'
  | 'letterRecalled'
  | 'nobodyWaits'
  | 'separate';

export type PersonAct = Exclude<ActName, SystemAct>;

/** One try: who, on which ticket, and with what input. */
export interface Try {
  readonly get: <Part>(part: Type<Part> | Abstract<Part>) => Part;
  readonly rows: EntityManager;
  readonly dice: Dice;
  readonly actor: Actor;
  readonly ticket: TicketEntity;
  /** Whether the input is what the field asks for; bad input is refused to everybody. */
  readonly plausible: boolean;
}

type Performer = (attempt: Try) => Promise<unknown>;

const WORDS = [
  'Nhà trường đã dừng việc thu ngoài quy định và trả lại tiền cho cha mẹ học sinh.',
  'Đã làm việc với Ban giám hiệu, đối chiếu sổ thu và lập biên bản ngày hôm nay.',
  'Đề nghị cung cấp giấy báo thu tiền và thời gian diễn ra việc đã nêu.',
  'Nội dung đã được xem xét kỹ, đối chiếu hồ sơ và ý kiến của các bên liên quan.',
] as const;
const NOT_ENOUGH = ['', '   ', 'ok', '\u0000\u0007'] as const;
const UNITS = ['gdtrh', 'nui-voi'] as const;
/** A school in which nobody has an account: it is asked, and answers on a page. */
export const WITHOUT_ACCOUNTS = 'sao-mai';
const OFFICERS: Readonly<Record<(typeof UNITS)[number], string>> = { gdtrh: 'ngoc', 'nui-voi': 'luc' };

/** Words as a field asks for, or too few of them. */
const words = ({ dice, plausible }: Try): string => dice.oneOf(plausible ? WORDS : NOT_ENOUGH);

/** A matter that waits for its decision, the ticket's own; where the input is bad, any that was ever asked. */
async function waiting(
  { rows, dice, ticket, plausible }: Try,
  kind: typeof TicketExtensionEntity | typeof TicketAnswerEntity | typeof TicketPublicationEntity,
): Promise<string> {
  const all: readonly (TicketExtensionEntity | TicketAnswerEntity | TicketPublicationEntity)[] = await rows.find(kind);
  const own = all.filter(({ ticketId, cycle, decidedAt }) => {
    return ticketId === ticket.id && cycle === ticket.cycle && decidedAt === null;
  });
  const from = plausible ? own : all.filter(({ id }) => !own.some((one) => one.id === id));
  return from.length === 0 ? 'nothing' : dice.oneOf(from).id;
}

const file = ({ dice, plausible }: Try): { name: string; content: Buffer } => ({
  name: 'bien-ban.pdf',
  content: Buffer.from(plausible ? `%PDF-1.7\n${String(dice.next())}\n%%EOF\n` : 'không phải tệp'),
});

const asks = (attempt: Try, not: string | null) =>
  [...UNITS, WITHOUT_ACCOUNTS]
    .filter((unitId) => (unitId === not) !== attempt.plausible)
    .map((unitId) => ({
      unitId,
      question: words(attempt),
    }));

/** The request that a unit without accounts has not answered; any other id where there is none, or where the input is bad. */
async function owedByPage({ rows, ticket: { id: ticketId, cycle }, plausible }: Try): Promise<string> {
  const owed = { ticketId, cycle, unitId: WITHOUT_ACCOUNTS, endedAt: IsNull() };
  const request = plausible ? await rows.findOneBy(TicketCoordinationEntity, owed) : null;
  return request?.id ?? 'nothing';
}

async function otherCode({ rows, dice, ticket, plausible }: Try): Promise<string> {
  const others = (await rows.find(TicketEntity)).filter(({ id }) => id !== ticket.id);
  const fit = others.filter(({ open, legalEndAt }) => open && legalEndAt <= ticket.legalEndAt);
  if (!plausible) return dice.oneOf([ticket.code, 'PAKN.20260101.9999']);
  return dice.oneOf(fit.length > 0 ? fit : others).code;
}

/** The last line of the ticket's course; where the input is bad, the first, which others have followed. */
async function doneLine({ rows, ticket, plausible }: Try): Promise<string> {
  const [line] = await rows.find(TicketEntryEntity, {
    where: { ticketId: ticket.id },
    order: { seq: plausible ? 'DESC' : 'ASC' },
    take: 1,
  });
  return line?.id ?? 'nothing';
}

/** Every act of a person, by the use case that a page or the API calls for it. */
export const PERFORMERS: Readonly<Record<PersonAct, Performer>> = {
  complete: (t) =>
    t.get(CompleteTicket).complete(t.actor, t.ticket.id, {
      subject: t.plausible ? 'Thu tiền ngoài quy định tại trường' : 'a'.repeat(501),
      place: 'Trường THPT Núi Voi',
      kind: 'feedback',
      senderName: 'Nguyễn Thị Hạnh',
      senderPhone: '0912345678',
      senderEmail: '',
      senderAddress: 'Phường Lê Chân',
      keepSecret: t.dice.chance(0.5),
    }),
  accept: (t) => t.get(AcceptTicket).accept(t.actor, t.ticket.id),
  classify: (t) => judge(t, t.dice.chance(0.85) || isHeld(t) ? 'feedback' : t.dice.oneOf(NATURES)),
  divert: (t) => judge(t, t.dice.oneOf(NATURES.filter((nature) => nature !== 'feedback'))),
  nameComplained: (t) =>
    t.get(RecordComplaintSubject).record(t.actor, t.ticket.id, {
      complainedUnitId: t.plausible ? t.dice.oneOf([null, 'nui-voi']) : 'không có',
      aboutNoUnit: t.plausible ? false : t.dice.chance(0.5),
    }),
  return: (t) => t.get(ReturnTicket).return(t.actor, t.ticket.id, { agency: 'UBND phường Lê Chân', text: words(t) }),
  reject: (t) =>
    t.get(RejectTicket).reject(t.actor, t.ticket.id, { reason: t.dice.oneOf(REFUSAL_REASONS), text: words(t) }),
  split: (t) =>
    t.get(SplitTicket).split(t.actor, {
      ticketId: t.ticket.id,
      further: [{ subject: 'Nội dung thứ hai', words: words(t), category: 'facilities', level: t.dice.oneOf(LEVELS) }],
    }),
  merge: async (t) =>
    t.get(MergeTicket).merge(t.actor, { ticketId: t.ticket.id, into: await otherCode(t), reason: words(t) }),
  assign: (t) => {
    const unitId = t.dice.oneOf(UNITS);
    const helping = t.dice.chance(0.2) ? asks({ ...t, plausible: true }, unitId) : [];
    return t.get(AssignTicket).assign(t.actor, {
      ticketId: t.ticket.id,
      unitId,
      officerId: t.plausible ? OFFICERS[unitId] : 'vanthu',
      coordinators: helping,
    });
  },
  unitAccept: (t) => t.get(WorkOnTicket).accept(t.actor, t.ticket.id),
  unitDecline: (t) => t.get(DeclineAssignment).decline(t.actor, t.ticket.id, words(t)),
  note: (t) => t.get(WorkOnTicket).note(t.actor, t.ticket.id, noteOf(t, 'progress')),
  beginWork: (t) => t.get(WorkOnTicket).note(t.actor, t.ticket.id, noteOf(t, t.dice.oneOf(['measure', 'result']))),
  remindHolder: (t) => t.get(RemindHolder).remind(t.actor, { ticketId: t.ticket.id, text: words(t) }),
  undo: async (t) => t.get(UndoAct).undo(t.actor, { ticketId: t.ticket.id, lineId: await doneLine(t) }),
  addEvidence: (t) => t.get(KeepEvidence).add(t.actor, t.ticket.id, [file(t)]),
  stateNoEvidence: (t) => t.get(KeepEvidence).stateNone(t.actor, t.ticket.id, words(t)),
  askCoordination: (t) =>
    t.get(AskCoordination).ask(t.actor, { ticketId: t.ticket.id, asks: asks(t, t.ticket.leadUnitId) }),
  coordinate: (t) => t.get(AnswerCoordination).answer(t.actor, t.ticket.id, words(t)),
  issueAnswerPage: async (t) =>
    t.get(IssueAnswerPage).issue(t.actor, { ticketId: t.ticket.id, coordinationId: await owedByPage(t), mailTo: '' }),
  revokeAnswerPage: async (t) => t.get(RevokeAnswerPage).revoke(t.actor, t.ticket.id, await owedByPage(t)),
  coordinationOver: (t) => t.get(FinishCoordination).finish(t.actor, t.ticket.id),
  askCitizen: (t) => t.get(AskCitizen).ask(t.actor, t.ticket.id, { text: words(t) }),
  citizenReplied: (t) => t.get(RecordCitizenReply).record(t.actor, t.ticket.id, words(t)),
  rejectUnfounded: (t) => t.get(RejectUnfounded).reject(t.actor, t.ticket.id, { text: words(t) }),
  requestExtension: (t) =>
    t.get(RequestExtension).request(t.actor, t.ticket.id, {
      workingDays: t.plausible ? t.dice.between(1, 5) : t.dice.oneOf([0, -1, 1.5, 400]),
      reason: WORDS[1],
      progress: WORDS[0],
    }),
  grantExtension: async (t) =>
    t.get(DecideExtension).grant(t.actor, t.ticket.id, await waiting(t, TicketExtensionEntity)),
  refuseExtension: async (t) =>
    t.get(DecideExtension).refuse(t.actor, t.ticket.id, {
      extensionId: await waiting(t, TicketExtensionEntity),
      reason: words(t),
    }),
  beginReply: (t) => t.get(BeginReply).begin(t.actor, t.ticket.id),
  dropReply: (t) => t.get(DiscardReply).discard(t.actor, t.ticket.id),
  proposeAnswer: (t) =>
    t.get(ProposeDirectAnswer).propose(t.actor, t.ticket.id, { text: words(t), noEvidenceReason: WORDS[3] }),
  approveAnswer: async (t) => t.get(ApproveAnswer).approve(t.actor, t.ticket.id, await waiting(t, TicketAnswerEntity)),
  giveBackAnswer: async (t) =>
    t.get(ApproveAnswer).giveBack(t.actor, t.ticket.id, {
      answerId: await waiting(t, TicketAnswerEntity),
      reason: words(t),
    }),
  requestPublication: (t) =>
    t.get(RequestPublication).request(t.actor, t.ticket.id, {
      title: 'Dừng dạy thêm trong giờ chính khóa',
      text: t.plausible ? WORDS[0] : 'Liên hệ số 0912 345 678 để biết kết quả giải quyết.',
      left: [],
      consent: true,
    }),
  approvePublication: async (t) =>
    t.get(DecidePublication).approve(t.actor, t.ticket.id, await waiting(t, TicketPublicationEntity)),
  declinePublication: async (t) =>
    t.get(DecidePublication).decline(t.actor, t.ticket.id, {
      publicationId: await waiting(t, TicketPublicationEntity),
      reason: words(t),
    }),
  rate: (t) =>
    t.get(RateAnswer).rate(t.actor, t.ticket.id, {
      stars: t.plausible ? t.dice.between(1, 5) : t.dice.oneOf([0, 6, 2.5]),
      comment: t.dice.oneOf(['', WORDS[3]]),
    }),
  reopen: (t) => t.get(ReopenTicket).reopen(t.actor, t.ticket.id, words(t)),
  close: (t) => t.get(CloseTicket).close(t.actor, t.ticket.id),
  withdraw: (t) => t.get(WithdrawTicket).withdraw(t.actor, t.ticket.id, words(t)),
};

/** Whether judging the ticket as no feedback would take it from a unit. */
export function isHeld({ ticket }: Pick<Try, 'ticket'>): boolean {
  return TICKET_ACTS.divert.moves[ticket.state] !== undefined;
}

function judge(t: Try, nature: Nature): Promise<void> {
  return t.get(ClassifyTicket).classify(t.actor, t.ticket.id, {
    level: t.dice.oneOf(LEVELS),
    category: t.dice.oneOf(CATEGORIES),
    nature,
    kind: t.dice.oneOf(['feedback', 'petition']),
    complainedUnitId: t.plausible ? t.dice.oneOf([null, 'nui-voi']) : 'không có',
  });
}

function noteOf(attempt: Try, field: 'progress' | 'measure' | 'result') {
  return { field, audience: attempt.dice.oneOf(['internal', 'hotline'] as const), text: words(attempt) };
}
