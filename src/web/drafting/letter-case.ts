import type { CaseKind, DraftEntity } from '../../drafting/index.js';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { OFFICER_EDITORS } from '../../officers/domain/policy.js';
import { REPORT_READERS } from '../../reports/domain/report.js';
import { SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import type { SeenTicket } from '../../tickets/index.js';
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

const DOCUMENTS: Readonly<Record<Exclude<CaseKind, 'ticket'>, DocumentCase>> = {
  report: { label: 'Báo cáo', href: reportHref, readers: REPORT_READERS },
  reminder: { label: 'Công văn đôn đốc', href: () => LETTERS, readers: SUPERVISION_READERS },
  officerChange: { label: 'Thay đổi cán bộ đầu mối', href: changeHref, readers: OFFICER_EDITORS },
};

const DRAFTS: CaseLink = { kind: 'Văn bản', label: 'Văn bản đang soạn', href: '/du-thao' };

/**
 * The ticket that a letter answers, or what else it is written for; the list of documents for those who may not see that.
 *
 * @param ticket null where this person may not see it, or there is none
 */
export function caseLink(
  actor: Actor,
  { caseKind, caseId }: Pick<DraftEntity, 'caseKind' | 'caseId'>,
  ticket: SeenTicket | null,
): CaseLink {
  if (caseKind === 'ticket') return { kind: 'Phiếu', label: ticket?.code ?? '', href: `/phieu/${caseId}` };
  const { label, href, readers } = DOCUMENTS[caseKind];
  return hasRole(actor, ...readers) ? { kind: 'Văn bản của', label, href: href(caseId) } : DRAFTS;
}

/** `Công văn trả lời của phiếu PAKN.20260312.0042` */
export function letterOfCase(name: string, ticket: SeenTicket | null): string {
  return ticket === null ? name : `${name} của phiếu ${ticket.code}`;
}
