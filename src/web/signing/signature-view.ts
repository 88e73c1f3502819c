import type { DraftApprovalEntity, DraftEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { givenName } from '../../kernel/vietnamese.js';
import type {
  LetterAnnexEntity,
  SignatureEvidenceEntity,
  SignatureRequestEntity,
  SignatureRouteStepEntity,
  SignatureStepEntity,
} from '../../signing/index.js';
import type { BroughtFile } from '../../signing/domain/by-hand.js';
import { mayRelease } from '../../signing/domain/policy.js';
import { AWAITED, type SignatureState } from '../../signing/domain/signature-request.js';
import { mayWithdraw } from '../../signing/domain/withdrawal.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { EmptyView } from '../kit/empty.js';
import type { RouteStep } from './route.js';
import type { SignatureDetail, SignatureListItem, SignatureView } from './signature-page.js';
import { count } from '../kit/words/numbers.js';
import { atStart, recentMoment } from '../kit/words/time.js';
import { draftSteps } from '../drafting/draft-steps.js';
import { proofPanel } from './proof-panel-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { factsOf } from './signature-facts.js';
import { historyRows, isLongBeforeLeader, polledWords, routeRows, waitedWords } from './signature-course.js';
import { broughtFileForm, filesToSign } from './signature-by-hand.js';
import {
  GROUP_WORDS,
  groupOf,
  listHref,
  SIGNATURE_GROUPS,
  type SignatureGroup,
  type SignatureListPlace,
} from './signature-groups.js';
import { BACK_WITH_AUTHOR, FAILED, looksOf, verdictOf } from './signature-verdict.js';
import { withdrawForm } from './signature-withdrawal.js';
import type { Today } from '../deadlines/ticket-deadline.js';

const SIGNATURES = '/trinh-ky';

/** The data for the page of letters in signing. */
export interface SignaturesReading {
  readonly requests: readonly SignatureRequestEntity[];
  readonly place: SignatureListPlace;
  /** Of the page of older letters; null when there are none. */
  readonly next: string | null;
  readonly selected: SelectedSignature | null;
  /** It was asked for; otherwise it is the one that needs care first. */
  readonly opened: boolean;
  /** Working days that a letter may lie before its leader. */
  readonly waitDays: number;
}

export interface SelectedSignature {
  readonly request: SignatureRequestEntity;
  readonly steps: readonly SignatureStepEntity[];
  readonly draft: DraftEntity | null;
  readonly approvals: readonly DraftApprovalEntity[];
  readonly author: string;
  /** The ticket that it answers; null for what answers none. */
  readonly ticket: Pick<SeenTicket, 'code'> | null;
  /** Annexes in files of their own, in their order. */
  readonly annexes: readonly LetterAnnexEntity[];
  /** Judgements of the letter and its annexes, newest first. */
  readonly evidence: readonly SignatureEvidenceEntity[];
  readonly pollSeconds: number;
  /** The letter's page in the e-office; null where none is known. */
  readonly there: string | null;
  readonly byHand: {
    /** What a person has to bring now. */
    readonly awaited: BroughtFile | null;
    /** Whether the e-office can be asked where a letter is. */
    readonly isAsked: boolean;
  };
  /** The desks on its way. */
  readonly route: readonly SignatureRouteStepEntity[];
  readonly refused: RefusedAct | null;
}

const EXPECTING: readonly SignatureState[] = ['pending', 'submitted', 'signed', 'sealing', 'sealed'];
/** The clerk's turn: number and seal, or the seal once more. */
const WITH_THE_REGISTRY: readonly SignatureState[] = ['verified', 'sealFailed'];

export function signatureView(reading: SignaturesReading, actor: Actor, today: Today): SignatureView {
  const { requests, selected, opened, waitDays, place, next } = reading;
  const failed = requests.filter(({ state }) => FAILED.includes(state)).length;
  const refused = requests.filter((request) => isRefusedLast(request, requests)).length;
  const followed = requests.filter((request) => groupOf(request) !== 'xong').length;
  return {
    summary: summaryOf(followed, place, next),
    group: place.group,
    alarm: alarmOf({
      failed,
      refused,
      waitDays,
      late: requests.filter((request) => isLongBeforeLeader(request, waitDays, today)).length,
    }),
    letters: requests.map((request) => listItem(request, { selectedId: selected?.request.id ?? null, place }, today)),
    olderHref: next === null ? null : listHref(SIGNATURES, { ...place, page: next }),
    newestHref: place.page === '' ? null : listHref(SIGNATURES, { ...place, page: '' }),
    empty: emptyOf(place.group),
    listHref: opened ? listHref(SIGNATURES, place) : null,
    selected: selected && detail(selected, actor, today),
  };
}

function summaryOf(followed: number, { group, page }: SignatureListPlace, next: string | null): string {
  if (page !== '') return 'Các văn bản cũ hơn.';
  if (group !== null) return `Các văn bản trong nhóm “${GROUP_WORDS[group]}”.`;
  return `${count(followed)} văn bản đang theo dõi${isCutAmongOpen(next) ? ' ở trang này' : ''}.`;
}

function emptyOf(group: SignatureGroup | null): EmptyView {
  return group === null
    ? {
        kind: 'done',
        heading: 'Không có văn bản nào trình ký',
        text: 'Công văn hiện ở đây từ khi trình lãnh đạo ký.',
      }
    : {
        kind: 'unmatched',
        heading: `Không có văn bản nào trong nhóm “${GROUP_WORDS[group]}”`,
        text: 'Văn bản ở các nhóm khác vẫn còn.',
        step: { href: SIGNATURES, label: 'Xem tất cả' },
      };
}

interface Alarming {
  readonly failed: number;
  readonly refused: number;
  readonly late: number;
  readonly waitDays: number;
}

/** Whether the e-office took this submission not at all, and nobody has submitted the letter again. */
function isRefusedLast(
  { id, draftId, state, createdAt }: SignatureRequestEntity,
  all: readonly SignatureRequestEntity[],
): boolean {
  if (state !== 'failed') return false;
  return !all.some((other) => other.draftId === draftId && other.id !== id && other.createdAt > createdAt);
}

function alarmOf({ failed, refused, late, waitDays }: Alarming): string | null {
  const said = [
    ...(refused === 0
      ? []
      : [`${count(refused)} văn bản hệ thống quản lý văn bản không nhận, đã về người soạn để sửa và trình lại.`]),
    ...(failed === 0 ? [] : [`${count(failed)} văn bản không đạt kiểm tra, chưa được phát hành.`]),
    ...(late === 0 ? [] : [`${count(late)} văn bản chờ lãnh đạo ký quá ${count(waitDays)} ngày làm việc.`]),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** Whether a page ends before all that is under way stands on it. */
function isCutAmongOpen(next: string | null): boolean {
  return next !== null && Number(next.split('.', 1)[0]) < SIGNATURE_GROUPS.length - 1;
}

function listItem(
  request: SignatureRequestEntity,
  { selectedId, place }: { readonly selectedId: string | null; readonly place: SignatureListPlace },
  today: Today,
): SignatureListItem {
  const { id, subject, state, leaderName } = request;
  const { tone, words } = looksOf(request);
  const waited = waitedWords(request, today);
  return {
    href: listHref(`${SIGNATURES}/${id}`, place),
    group: groupOf(request),
    subject: atStart(subject),
    latest: state === 'submitted' ? `Chờ ${leaderName}, ${waited}` : words,
    tone,
    current: id === selectedId,
  };
}

function detail(selected: SelectedSignature, actor: Actor, today: Today): SignatureDetail {
  const { request, draft, byHand } = selected;
  const { id, state } = request;
  const reading = { ...selected, authorId: draft?.authorId ?? '' };
  return {
    id,
    verdict: verdictOf(request, today),
    steps: signatureSteps(selected, today),
    proof: proofPanel(reading, actor),
    facts: factsOf(selected, actor),
    route: routeRows(selected.route, today),
    history: historyRows(selected.steps, today),
    withdraw: draft && mayWithdraw(actor, state, draft) ? withdrawForm(id, selected.refused) : null,
    byHand: byHandOf(selected, actor),
    polled: byHand.isAsked ? polledWords(request, selected.pollSeconds) : '',
    // A part that looks again by itself would take away the file just chosen.
    waiting: byHand.awaited === null && EXPECTING.includes(state),
    may: mayOf(selected, actor),
  };
}

function byHandOf({ request, byHand, annexes, refused }: SelectedSignature, actor: Actor): SignatureDetail['byHand'] {
  const { awaited } = byHand;
  if (awaited === null) return null;
  const bring = mayRelease(actor, request) ? broughtFileForm(request.id, awaited, refused) : null;
  return { toSign: filesToSign(request.id, awaited, annexes), bring };
}

function mayOf({ request, draft, byHand, there }: SelectedSignature, actor: Actor): SignatureDetail['may'] {
  const { id, state, draftId } = request;
  return {
    check: byHand.isAsked && AWAITED.includes(state),
    releaseHref:
      WITH_THE_REGISTRY.includes(state) && mayRelease(actor, request) ? `/so-van-ban/di?phat-hanh=${id}` : null,
    draftHref: draft && BACK_WITH_AUTHOR.includes(state) ? `/du-thao/${draftId}` : null,
    thereHref: there,
  };
}

/** The eight steps from draft to release. */
export function signatureSteps(
  { request, steps, draft, approvals, author }: SelectedSignature,
  today: Today,
): readonly RouteStep[] {
  const day = civilDateOf(today.now);
  const when = (state: SignatureState): string | null => {
    const step = steps.find((one) => one.state === state);
    return step ? recentMoment(step.at, day) : null;
  };
  const written = draft ? draftSteps({ draft, approvals, author }, today).slice(0, 3) : [];
  const [name, fact] = [givenName(request.leaderName), when('signed')];
  const signing = [
    { name: 'Trình ký', fact: recentMoment(request.createdAt, day) },
    { name: 'Lãnh đạo ký', fact: fact === null ? name : `${name}, ${fact}` },
    { name: 'Kiểm tra', fact: when('verified') ?? when('proofFailed') },
    { name: 'Số và dấu', fact: when('sealed') ?? when('sealing') },
    { name: 'Phát hành', fact: when('released') },
  ];
  const { at, stopped } = standing(request, steps);
  return [
    ...written.map((step): RouteStep => ({ ...step, state: 'done' })),
    ...signing.map((step, place): RouteStep => {
      const state = place < at ? 'done' : place === at ? (stopped ? 'stop' : 'now') : 'ahead';
      return { ...step, state, fact: state === 'ahead' ? null : step.fact };
    }),
  ];
}

/** Which of the five steps of signing a state stands at; a stopped one goes no further. */
const STANDS_AT: Readonly<Record<SignatureState, number>> = {
  pending: 0,
  submitted: 1,
  returned: 1,
  rejected: 1,
  cancelled: 1,
  failed: 0,
  signed: 2,
  proofFailed: 2,
  verified: 3,
  sealing: 3,
  sealFailed: 3,
  sealed: 4,
  released: 5,
};

function standing(
  { state }: SignatureRequestEntity,
  steps: readonly SignatureStepEntity[],
): { readonly at: number; readonly stopped: boolean } {
  const stopped = FAILED.includes(state) || BACK_WITH_AUTHOR.includes(state);
  const wasSubmitted = steps.some((step) => step.state === 'submitted');
  const wasToBeSealed = steps.some((step) => step.state === 'sealing');
  if (state === 'cancelled' && wasToBeSealed) return { at: STANDS_AT.sealing, stopped };
  return { at: state === 'failed' && wasSubmitted ? 1 : STANDS_AT[state], stopped };
}
