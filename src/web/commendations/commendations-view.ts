import type { CommendationProposalEntity, SeenMerit, SeenProposal } from '../../commendations/index.js';
import { CONSENT_WORDS, EFFECT_WORDS, MERIT_KIND_WORDS, REACH_WORDS } from '../../commendations/domain/merit.js';
import { COMMENDATION_READERS, COMMENDERS } from '../../commendations/domain/policy.js';
import {
  documentsOf,
  FORM_WORDS,
  PROPOSAL_STATE_WORDS,
  type ProposalState,
} from '../../commendations/domain/proposal.js';
import { draftAbilitiesOf } from '../../drafting/index.js';
import { kindNamed } from '../../../templates/catalogue.js';
import { caseLetterRow, type CaseLetter } from '../drafting/case-letters-view.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { ProposalLineView, ProposalView } from './commendation-proposal-page.js';
import type { CommendationsView, MeritView } from './commendations-page.js';
import { consentOwed, RECIPIENT_WORDS } from './commendations-words.js';
import { count } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import {
  awardForm,
  consentForm,
  decisionForm,
  dropForm,
  FLAG,
  lineForm,
  meritHref,
  proposalHref,
  PROPOSALS,
  recipientOf,
  withdrawForm,
  writing,
} from './commendation-forms.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

export interface CommendationsReading {
  readonly actor: Actor;
  readonly waiting: readonly SeenMerit[];
  /** Null for those who may not see them. */
  readonly proposals: readonly CommendationProposalEntity[] | null;
}

export function commendationsView(
  { actor, waiting, proposals }: CommendationsReading,
  refused: RefusedAct | null,
): CommendationsView {
  const posted = refusedValues(refused, PROPOSALS);
  const commends = hasRole(actor, ...COMMENDERS);
  return {
    flagHref: FLAG,
    merits: waiting.map(rowOf),
    propose:
      commends && waiting.length > 0
        ? {
            action: PROPOSALS,
            title: posted.value('title') ?? '',
            chosen: posted.values('meritIds') ?? [],
            error: posted.refused ? (posted.whole() ?? posted.error('title') ?? posted.error('meritIds')) : null,
          }
        : null,
    proposals:
      proposals?.map(({ id, title, state, createdAt, createdByName, decisionNumber, decidedOn }) => ({
        id,
        href: proposalHref(id),
        title,
        state: PROPOSAL_STATE_WORDS[state],
        detail:
          decisionNumber === null || decidedOn === null
            ? `Lập ${moment(createdAt)}, ${createdByName}`
            : `Quyết định ${decisionNumber} ngày ${fullDay(decidedOn)}`,
      })) ?? null,
  };
}

function rowOf({ merit, ticket, ranked }: SeenMerit): CommendationsView['merits'][number] {
  return {
    id: merit.id,
    href: meritHref(merit.id),
    document: [merit.documentTitle, merit.documentSymbol].filter((part) => part !== '').join(', '),
    kind: MERIT_KIND_WORDS[merit.kind],
    ticket: { code: ticket.code, href: `/phieu/${ticket.id}` },
    recipient: recipientOf(merit),
    points: count(ranked.points),
    reasons: ranked.reasons.map(({ points, words }) => `${words} (+${count(points)})`),
  };
}

export function meritView(
  { actor, seen }: { readonly actor: Actor; readonly seen: SeenMerit },
  refused: RefusedAct | null,
): MeritView {
  const { merit, ticket, ranked } = seen;
  const { proposalId } = merit;
  return {
    heading: merit.documentTitle,
    points: count(ranked.points),
    reasons: ranked.reasons.map(({ points, words }) => `${words}: +${count(points)}`),
    withdrawn: withdrawnWords(merit),
    achievement: merit.achievement,
    facts: factsOf(seen),
    link: merit.link === '' ? null : merit.link,
    ticket: { code: ticket.code, href: `/phieu/${ticket.id}` },
    owed: consentOwed(merit.recipientKind, merit.consent),
    ...meritForms(actor, merit, refused),
    proposalHref: proposalId !== null && hasRole(actor, ...COMMENDATION_READERS) ? proposalHref(proposalId) : null,
  };
}

function meritForms(
  actor: Actor,
  merit: SeenMerit['merit'],
  refused: RefusedAct | null,
): Pick<MeritView, 'consentForm' | 'withdrawForm'> {
  const href = meritHref(merit.id);
  const isOpen = merit.withdrawnAt === null && merit.granted === null;
  const commends = hasRole(actor, ...COMMENDERS);
  const mayWithdraw = isOpen && merit.proposalId === null && (commends || merit.flaggedById === actor.id);
  return {
    consentForm: isOpen && commends && merit.recipientKind === 'sender' ? consentForm(href, refused) : null,
    withdrawForm: mayWithdraw ? withdrawForm(href, refused) : null,
  };
}

function withdrawnWords({ withdrawnAt, withdrawnByName, withdrawnBecause }: SeenMerit['merit']): string | null {
  if (withdrawnAt === null) return null;
  return `${withdrawnByName ?? ''} rút lúc ${moment(withdrawnAt)}. Lý do: ${withdrawnBecause ?? ''}`;
}

function factsOf({ merit }: SeenMerit): MeritView['facts'] {
  const { consentAt, consentHow, consentByName } = merit;
  const asked = consentAt === null ? '' : `, ${consentHow ?? ''} (${consentByName ?? ''}, ${moment(consentAt)})`;
  return [
    { label: 'Nội dung theo Nghị định 20/2008/NĐ-CP', value: MERIT_KIND_WORDS[merit.kind] },
    { label: 'Kết quả', value: `${EFFECT_WORDS[merit.effect]}. ${REACH_WORDS[merit.reach]}.` },
    { label: 'Số, ký hiệu', value: merit.documentSymbol === '' ? 'Không có' : merit.documentSymbol },
    { label: 'Ngày thay đổi', value: fullDay(merit.changedOn) },
    { label: 'Đề nghị khen', value: `${RECIPIENT_WORDS[merit.recipientKind]}: ${recipientOf(merit)}` },
    ...(merit.recipientKind === 'sender'
      ? [{ label: 'Nêu tên', value: `${CONSENT_WORDS[merit.consent]}${asked}` }]
      : []),
    { label: 'Ghi nhận', value: `${merit.flaggedByName}, ${moment(merit.flaggedAt)}` },
  ];
}

export function proposalView(
  {
    actor,
    seen,
    letters = [],
    today,
  }: {
    readonly actor: Actor;
    readonly seen: SeenProposal;
    readonly letters?: readonly CaseLetter[];
    readonly today: string;
  },
  refused: RefusedAct | null,
): ProposalView {
  const { proposal, lines } = seen;
  const href = proposalHref(proposal.id);
  const commends = hasRole(actor, ...COMMENDERS);
  const { state } = proposal;
  return {
    title: proposal.title,
    state: PROPOSAL_STATE_WORDS[state],
    facts: proposalFacts(proposal),
    lines: lines.map((line) => lineView(line, { href, today, commends, state }, refused)),
    ...(commends ? proposalActs(seen, href, refused) : NO_ACTS),
    documents: {
      rows: letters.filter(({ draft }) => draftAbilitiesOf(actor, draft).see).map(caseLetterRow),
      form: commends ? documentForm(state, href, refused) : null,
    },
  };
}

/** Beginning the proposal or the decision as a draft; null where the list becomes neither. */
function documentForm(state: ProposalState, href: string, refused: RefusedAct | null): ActFormView | null {
  const kinds = documentsOf(state);
  if (kinds.length === 0) return null;
  const frame = {
    id: 'van-ban',
    label: 'Soạn văn bản để trình ký…',
    action: `${href}/van-ban`,
    submit: 'Soạn văn bản',
    lead: 'Tổ chức, cá nhân phản ánh chỉ được nêu tên khi đã đồng ý; còn lại ghi theo mã phiếu.',
  };
  const options = kinds.map((value) => ({ value, label: kindNamed(value)?.title ?? value }));
  return writing.draw(frame, refused, { template: { options } });
}

type ProposalActs = Pick<ProposalView, 'letterAction' | 'submitAction' | 'decisionForm' | 'dropForm'>;

const NO_ACTS: ProposalActs = { letterAction: null, submitAction: null, decisionForm: null, dropForm: null };

function proposalActs({ proposal, lines }: SeenProposal, href: string, refused: RefusedAct | null): ProposalActs {
  const { state } = proposal;
  if (state !== 'draft' && state !== 'submitted') return NO_ACTS;
  return {
    letterAction: `${href}/to-trinh`,
    submitAction: state === 'draft' ? `${href}/trinh` : null,
    decisionForm: state === 'submitted' ? decisionForm(href, lines, refused) : null,
    dropForm: dropForm(href, refused),
  };
}

function proposalFacts(proposal: CommendationProposalEntity): ProposalView['facts'] {
  const {
    createdAt,
    createdByName,
    submittedAt,
    submittedByName,
    decisionNumber,
    decidedOn,
    decidedByName,
    droppedBecause,
  } = proposal;
  return [
    { label: 'Lập', value: `${moment(createdAt)}, ${createdByName}` },
    ...(submittedAt === null ? [] : [{ label: 'Trình', value: `${moment(submittedAt)}, ${submittedByName ?? ''}` }]),
    ...(decisionNumber === null || decidedOn === null
      ? []
      : [{ label: 'Quyết định', value: `${decisionNumber} ngày ${fullDay(decidedOn)}, ${decidedByName ?? ''} ký` }]),
    ...(droppedBecause === null ? [] : [{ label: 'Lý do bỏ', value: droppedBecause }]),
  ];
}

interface LineContext {
  readonly href: string;
  readonly today: string;
  readonly commends: boolean;
  readonly state: CommendationProposalEntity['state'];
}

function lineView({ merit, ranked }: SeenMerit, context: LineContext, refused: RefusedAct | null): ProposalLineView {
  const { href, today, commends, state } = context;
  return {
    id: merit.id,
    href: meritHref(merit.id),
    recipient: recipientOf(merit),
    owed: consentOwed(merit.recipientKind, merit.consent),
    form: FORM_WORDS[merit.form ?? 'certificate'],
    achievement: merit.achievement,
    points: count(ranked.points),
    result: resultOf(merit),
    edit: commends && state === 'draft' ? lineForm(merit, href, refused) : null,
    award:
      commends && merit.granted === true && merit.awardedOn === null
        ? awardForm(merit.id, { href, today }, refused)
        : null,
  };
}

function resultOf({ granted, awardedOn }: SeenMerit['merit']): string | null {
  if (granted === null) return null;
  if (!granted) return 'Không được khen';
  return awardedOn === null ? 'Được khen, chưa trao' : `Đã trao ngày ${fullDay(awardedOn)}`;
}
