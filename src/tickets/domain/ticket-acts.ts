import type { Guard } from './guards.js';
import type { Party } from './identity/parties.js';
import { IN_HAND, OPEN_STATES, type TicketState } from './ticket-state.js';

/** What an act does to the citizen's clock. */
export type ClockEffect = 'recounts' | 'pauses' | 'resumes' | 'extends' | 'stops' | 'countsAnew';

/** Statuses of the exchange with the hotline that a ticket's acts send; 01 and 03 belong to the register. */
export type HotlineStatus = '02' | '04' | '05' | '06';

/** One row of the transition table. */
export interface ActRule {
  /** As a person names it: `Giao đơn vị chủ trì`. */
  readonly words: string;
  /** From each state in which the act is possible to the state it leads to. */
  readonly moves: Readonly<Partial<Record<TicketState, TicketState>>>;
  readonly by: readonly Party[];
  readonly guards: readonly Guard[];
  /** The status by which the hotline hears of it, when the act gives it words. */
  readonly hotline: HotlineStatus | null;
  readonly clock: ClockEffect | null;
}

type Moves = ActRule['moves'];

function all(from: readonly TicketState[], to: (state: TicketState) => TicketState): Moves {
  return Object.fromEntries(from.map((state) => [state, to(state)]));
}

const to = (target: TicketState, ...from: readonly TicketState[]): Moves => all(from, () => target);
const stay = (...states: readonly TicketState[]): Moves => all(states, (state) => state);

function act(
  words: string,
  moves: Moves,
  by: readonly Party[],
  rest: Partial<Pick<ActRule, 'guards' | 'hotline' | 'clock'>> = {},
): ActRule {
  return { words, moves, by, guards: [], hotline: null, clock: null, ...rest };
}

const DESK: readonly Party[] = ['registry', 'leader'];
const UNIT: readonly Party[] = ['officer', 'unitHead'];
const SYSTEM_ONLY: readonly Party[] = ['system'];
/** The citizen speaks through the clerk who takes the call, or through the hotline. */
const CITIZEN: readonly Party[] = ['registry', 'system'];
const AT_THE_DESK = ['received', 'accepted', 'classified'] as const satisfies readonly TicketState[];
const GOING_ON = IN_HAND.filter((state) => state !== 'waitingCitizenInfo');
/** Units may have been asked before somebody leads, and while the ticket changes hands. */
const ASKED_ABOUT = ['classified', 'assigned', ...IN_HAND] as const satisfies readonly TicketState[];
const OUT = ['answered', 'published', 'closed'] as const satisfies readonly TicketState[];
/** States in which a unit and its officer have something to do. */
export const HELD = [
  'assigned',
  ...IN_HAND,
  'answered',
  'published',
  'reopened',
] as const satisfies readonly TicketState[];

/**
 * Everything that may be done with a ticket: from where to where, by whom, under which conditions, and with what effect. What is not here is refused.
 *
 * Sources: source letter, part 1; Nghị định 20/2008/NĐ-CP, Điều 9, 12, 14, 19; Nghị định 30/2020/NĐ-CP, Điều 23 and 24; Nghị định 154/2026/NĐ-CP, Điều 4.
 */
const RULES = {
  complete: act('Bổ sung thông tin phiếu', stay(...AT_THE_DESK), ['registry']),
  accept: act('Tiếp nhận', to('accepted', 'received'), DESK),
  // A unit that has a ticket, or is asked once more, keeps it, however it is judged now, as long as it is feedback.
  classify: act(
    'Phân loại',
    { ...to('classified', ...AT_THE_DESK), ...stay('assigned', 'verifying', 'processing', 'reopened') },
    DESK,
    { clock: 'recounts' },
  ),
  divert: act(
    'Rút về Văn thư vì không phải phản ánh',
    to('classified', 'assigned', 'verifying', 'processing', 'reopened'),
    DESK,
    { clock: 'recounts' },
  ),
  nameComplained: act('Ghi đơn vị bị phản ánh', stay(...OPEN_STATES, ...OUT), ['registry', 'leader', 'supervisor']),
  return: act('Chuyển trả', to('returned', ...AT_THE_DESK, 'assigned', 'reopened', 'merged'), DESK, {
    hotline: '02',
    clock: 'stops',
  }),
  reject: act('Không tiếp nhận', to('rejected', ...AT_THE_DESK, 'reopened', 'merged'), DESK, {
    hotline: '02',
    clock: 'stops',
  }),
  split: act('Tách phiếu', stay(...AT_THE_DESK, 'assigned', 'verifying', 'processing'), DESK, {
    guards: ['ownSenderWaits'],
  }),
  merge: act(
    'Gộp vào phiếu khác',
    to('merged', ...AT_THE_DESK, 'assigned', 'verifying', 'processing', 'reopened'),
    ['registry', 'leader', 'supervisor'],
    { guards: ['isFeedback'], hotline: '05', clock: 'stops' },
  ),
  assign: act(
    'Giao đơn vị chủ trì',
    to(
      'assigned',
      ...AT_THE_DESK,
      'assigned',
      'verifying',
      'processing',
      'waitingCoordination',
      'draftingReply',
      'reopened',
    ),
    ['registry', 'leader', 'supervisor', 'unitHead'],
    { guards: ['isFeedback', 'assignedWhereDue'], hotline: '04' },
  ),
  // The people change, not the work: where it stands, and its clocks, stay as they are. Units may have been asked before somebody leads.
  handOver: act('Bàn giao công việc', stay('classified', ...HELD), SYSTEM_ONLY),
  unitAccept: act('Nhận việc', to('verifying', 'assigned', 'reopened'), UNIT, {
    guards: ['isFeedback'],
    hotline: '05',
  }),
  unitDecline: act('Không nhận việc', to('classified', 'assigned', 'reopened'), UNIT, {
    guards: ['withinUnitAcknowledge'],
  }),
  note: act('Ghi tiến độ, biện pháp, kết quả', stay(...IN_HAND), UNIT, { hotline: '05' }),
  remindHolder: act('Nhắc đơn vị chủ trì', stay('assigned', ...IN_HAND, 'reopened'), [
    'registry',
    'leader',
    'supervisor',
    'unitHead',
  ]),
  // What may be taken back, and until when, stands in undo.ts.
  undo: act('Hoàn tác', stay('assigned', ...IN_HAND, 'reopened'), [
    'registry',
    'leader',
    'supervisor',
    'officer',
    'unitHead',
  ]),
  beginWork: act('Bắt đầu xử lý', to('processing', 'verifying'), UNIT, { guards: ['isFeedback'], hotline: '05' }),
  addEvidence: act('Thêm tài liệu chứng minh', stay(...GOING_ON, 'answered', 'published'), [...UNIT, 'coordinator']),
  stateNoEvidence: act(
    'Ghi lý do không có tài liệu chứng minh',
    stay('draftingReply', 'waitingApproval', 'answered', 'published'),
    UNIT,
    { guards: ['noAnswerProposed', 'notEvidenced'] },
  ),
  askCoordination: act(
    'Xin ý kiến đơn vị phối hợp',
    to('waitingCoordination', 'verifying', 'processing', 'waitingCoordination'),
    UNIT,
  ),
  coordinate: act('Trả lời phối hợp', stay(...ASKED_ABOUT), ['coordinator']),
  coordinationLapsed: act('Hết hạn trả lời phối hợp, coi như không có ý kiến', stay(...ASKED_ABOUT), SYSTEM_ONLY),
  issueAnswerPage: act('Cấp trang trả lời cho đơn vị chưa có tài khoản', stay(...ASKED_ABOUT), ['registry', ...UNIT], {
    guards: ['isFeedback'],
  }),
  revokeAnswerPage: act('Thu hồi trang trả lời', stay(...ASKED_ABOUT), ['registry', ...UNIT]),
  coordinationOver: act('Hết chờ phối hợp', to('processing', 'waitingCoordination'), [...UNIT, 'system']),
  askCitizen: act('Đề nghị người phản ánh bổ sung', to('waitingCitizenInfo', 'verifying', 'processing'), UNIT, {
    guards: ['notAskedBefore'],
    hotline: '05',
    clock: 'pauses',
  }),
  citizenReplied: act('Người phản ánh đã bổ sung', to('processing', 'waitingCitizenInfo'), [...UNIT, ...CITIZEN], {
    clock: 'resumes',
  }),
  informationLapsed: act('Hết thời gian chờ người phản ánh', to('processing', 'waitingCitizenInfo'), SYSTEM_ONLY, {
    clock: 'resumes',
  }),
  rejectUnfounded: act(
    'Kết thúc vì chưa đủ căn cứ',
    to('rejected', 'verifying', 'processing'),
    ['unitHead', 'leader'],
    {
      guards: ['informationHasLapsed'],
      hotline: '02',
      clock: 'stops',
    },
  ),
  requestExtension: act('Xin gia hạn', stay(...GOING_ON), UNIT, {
    guards: ['beforeDue', 'extensionLeft', 'noExtensionAsked'],
  }),
  grantExtension: act('Cho gia hạn', stay(...IN_HAND), ['supervisor', 'leader'], {
    guards: ['extensionAsked', 'askedByAnother'],
    hotline: '05',
    clock: 'extends',
  }),
  refuseExtension: act('Không cho gia hạn', stay(...IN_HAND), ['supervisor', 'leader'], {
    guards: ['extensionAsked', 'askedByAnother'],
  }),
  beginReply: act('Dự thảo công văn trả lời', to('draftingReply', 'verifying', 'processing', 'draftingReply'), UNIT, {
    guards: ['isFeedback'],
  }),
  // Handed round in its unit, a ticket keeps the letter that was being written.
  dropReply: act(
    'Bỏ bản thảo công văn',
    { ...to('processing', 'draftingReply'), ...stay('verifying', 'processing') },
    UNIT,
  ),
  letterSent: act(
    'Trình công văn',
    to('waitingApproval', 'verifying', 'processing', 'draftingReply', 'waitingApproval'),
    SYSTEM_ONLY,
  ),
  letterGivenBack: act('Công văn bị trả lại', to('draftingReply', 'waitingApproval', 'draftingReply'), SYSTEM_ONLY),
  letterReleased: act('Phát hành công văn trả lời', to('answered', ...OPEN_STATES), SYSTEM_ONLY, { clock: 'stops' }),
  proposeAnswer: act('Trình câu trả lời trực tiếp', to('waitingApproval', 'verifying', 'processing'), UNIT, {
    guards: ['isFeedback'],
  }),
  approveAnswer: act('Duyệt câu trả lời', to('answered', 'waitingApproval'), ['unitHead', 'leader'], {
    guards: ['answerProposed', 'proposedByAnother'],
    hotline: '06',
    clock: 'stops',
  }),
  giveBackAnswer: act('Trả lại câu trả lời', to('processing', 'waitingApproval'), ['officer', 'unitHead', 'leader'], {
    guards: ['answerProposed'],
  }),
  requestPublication: act('Đề nghị công khai kết quả', stay(...OUT), UNIT, {
    guards: ['notPublished', 'noPublicationAsked'],
  }),
  approvePublication: act('Duyệt công khai', { answered: 'published', ...stay('closed') }, ['supervisor', 'leader'], {
    guards: ['publicationAsked', 'publicationAskedByAnother'],
  }),
  declinePublication: act('Không công khai', stay(...OUT), ['supervisor', 'leader'], { guards: ['publicationAsked'] }),
  rate: act('Ghi đánh giá của người phản ánh', stay(...OUT), CITIZEN, { guards: ['ratingOpen', 'notRated'] }),
  reopen: act('Mở lại', to('reopened', ...OUT, 'rejected'), ['registry', 'supervisor', 'system'], {
    guards: ['reopeningOpen'],
    hotline: '05',
    clock: 'countsAnew',
  }),
  // The citizen did not ask for it, so that no time bars it.
  letterRecalled: act('Mở lại vì văn bản trả lời bị thu hồi', to('reopened', ...OUT), SYSTEM_ONLY, {
    hotline: '05',
    clock: 'countsAnew',
  }),
  close: act('Kết thúc phiếu', to('closed', 'answered', 'published'), ['registry', 'system'], {
    guards: ['ratingOver', 'evidenced'],
  }),
  // Who was merged into another ticket may still end by themselves; the other goes on.
  withdraw: act('Người phản ánh rút phản ánh', to('withdrawn', ...OPEN_STATES, 'merged'), CITIZEN, {
    guards: ['ownSenderWaits'],
    hotline: '02',
    clock: 'stops',
  }),
  nobodyWaits: act('Không còn người phản ánh nào chờ', to('withdrawn', ...OPEN_STATES), SYSTEM_ONLY, {
    clock: 'stops',
  }),
  separate: act('Trở lại giải quyết riêng', to('classified', 'merged'), SYSTEM_ONLY, { hotline: '05' }),
} as const satisfies Readonly<Record<string, ActRule>>;

export type ActName = keyof typeof RULES;

export const TICKET_ACTS: Readonly<Record<ActName, ActRule>> = RULES;

export const ACT_NAMES = Object.keys(RULES) as readonly ActName[];

declare module '../../journal/domain/acts.js' {
  interface KnownActs {
    readonly tickets: `ticket.${ActName}`;
  }
}
