import type { CaseKind, DraftEntity } from '../../drafting/index.js';
import { hasRole, STAFF, type Actor, type Role } from '../../kernel/actor.js';
import { COMMENDATION_READERS } from '../../commendations/domain/policy.js';
import { OFFICER_EDITORS } from '../../officers/domain/policy.js';
import { REPORT_READERS } from '../../reports/domain/report.js';
import { SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import type { SeenTicket } from '../../tickets/index.js';
import { proposalHref } from '../commendations/commendation-forms.js';
import { changeHref } from '../people/officers-view.js';
import { reportHref } from '../reports/report-links.js';
import { LETTERS } from '../supervision/supervision-view.js';

/** What a letter is written for, with the way there. */
export interface CaseLink {
  /** `Phiếu` */
  readonly kind: string;
  /** `PAKN.20260312.0042` */
  readonly label: string;
  readonly href: string;
}

interface DocumentCase {
  readonly label: string;
  readonly href: (caseId: string) => string;
  readonly readers: readonly Role[];
}

const DRAFTS: CaseLink = { kind: 'Văn bản', label: 'Văn bản đang soạn', href: '/du-thao' };

const DOCUMENTS: Readonly<Record<Exclude<CaseKind, 'ticket'>, DocumentCase>> = {
  ticketDocument: { label: 'Phiếu', href: (ticketId) => `/phieu/${ticketId}`, readers: STAFF },
  incoming: { label: 'Văn bản đến', href: (documentId) => `/van-ban-den/${documentId}`, readers: STAFF },
  document: { label: DRAFTS.label, href: () => DRAFTS.href, readers: STAFF },
  report: { label: 'Báo cáo', href: reportHref, readers: REPORT_READERS },
  reminder: { label: 'Công văn đôn đốc', href: () => LETTERS, readers: SUPERVISION_READERS },
  commendation: { label: 'Đề nghị khen thưởng', href: proposalHref, readers: COMMENDATION_READERS },
  officerChange: { label: 'Thay đổi cán bộ đầu mối', href: changeHref, readers: OFFICER_EDITORS },
};

/**
 * The ticket that a letter answers, or what else it is written for; the list of documents for those who may not see that.
 *
 * @param ticket null where this person may not see it, or there is none
 */
export function caseLink(
  actor: Actor,
  { caseKind, caseId }: Pick<DraftEntity, 'caseKind' | 'caseId'>,
  ticket: Pick<SeenTicket, 'code'> | null,
): CaseLink {
  if (caseKind === 'ticket') return { kind: 'Phiếu', label: ticket?.code ?? '', href: `/phieu/${caseId}` };
  const { label, href, readers } = DOCUMENTS[caseKind];
  return hasRole(actor, ...readers) ? { kind: 'Văn bản của', label, href: href(caseId) } : DRAFTS;
}

/** `Công văn trả lời của phiếu PAKN.20260312.0042` */
export function letterOfCase(name: string, ticket: SeenTicket | null): string {
  return ticket === null ? name : `${name} của phiếu ${ticket.code}`;
}
