import type { CaseKind, DraftEntity } from '../../drafting/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import { changeHref } from './officers.js';
import { reportHref } from './report-links.js';
import { LETTERS } from './supervision.js';

/** What a letter is written for, with the way there. */
export interface CaseLink {
  /** `Phiếu` */
  readonly kind: string;
  /** `PAKN.20260312.0042` */
  readonly label: string;
  readonly href: string;
}

const DOCUMENTS: Readonly<Record<Exclude<CaseKind, 'ticket'>, (caseId: string) => CaseLink>> = {
  report: (id) => ({ kind: 'Văn bản của', label: 'Báo cáo', href: reportHref(id) }),
  reminder: () => ({ kind: 'Văn bản của', label: 'Công văn đôn đốc', href: LETTERS }),
  officerChange: (id) => ({ kind: 'Văn bản của', label: 'Thay đổi cán bộ đầu mối', href: changeHref(id) }),
};

/** The ticket that a letter answers, or what else it is written for. @param ticket null where this person may not see it, or there is none */
export function caseLink(
  { caseKind, caseId }: Pick<DraftEntity, 'caseKind' | 'caseId'>,
  ticket: SeenTicket | null,
): CaseLink {
  if (caseKind !== 'ticket') return DOCUMENTS[caseKind](caseId);
  return { kind: 'Phiếu', label: ticket?.code ?? '', href: `/phieu/${caseId}` };
}

/** `Công văn trả lời của phiếu PAKN.20260312.0042` */
export function letterOfCase(name: string, ticket: SeenTicket | null): string {
  return ticket === null ? name : `${name} của phiếu ${ticket.code}`;
}
