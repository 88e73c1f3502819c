import type { Role } from '../../kernel/actor.js';
import { AGENCY_WORDS } from '../../proposals/domain/competent-agencies.js';
import { proposedReceiver } from '../../proposals/domain/kept-proposal.js';
import type { SeenProposal } from '../../proposals/index.js';
import type { TicketRow } from '../../tickets/index.js';
import { fullTitle, unitName } from '../kit/names.js';
import type { OtherTicketView, ProposedAssignmentsView, ProposedRowView } from './proposed-assignments-page.js';
import type { ProposedAssignmentsReading } from './proposed-assignments-query.js';

export const ASSIGN_AS_PROPOSED = '/giao-theo-de-xuat';

/** Who assigns to any unit; each ticket is asked about for itself. */
export const ASSIGNERS: readonly Role[] = ['registryClerk', 'leader', 'supervisor'];

export function proposedAssignmentsView(reading: ProposedAssignmentsReading): ProposedAssignmentsView {
  const rows = reading.rows.map((row) => proposedRow(row, reading) ?? otherTicket(row, reading));
  return {
    rows: rows.filter((row) => 'officer' in row),
    others: rows.filter((row) => 'why' in row),
  };
}

/** `id~4~officer`: what a marked row posts. */
export function writeChoice({ ticketId, version, officerId }: SeenProposal): string {
  return [ticketId, String(version), officerId].join('~');
}

/** @returns null for what no page of ours has written */
export function readChoice(value: string): SeenProposal | null {
  const found = /^([\w-]{1,36})~([1-9]\d{0,8})~([\w-]{1,36})$/u.exec(value);
  const [, ticketId, version, officerId] = found ?? [];
  if (ticketId === undefined || officerId === undefined) return null;
  return { ticketId, version: Number(version), officerId };
}

function proposedRow(
  { id, code, subject }: TicketRow,
  { proposals, versions, ways, names }: ProposedAssignmentsReading,
): ProposedRowView | null {
  const proposal = proposals.get(id);
  const receiver = proposedReceiver(proposal);
  const version = versions.get(id);
  if (receiver === null || version === undefined || ways.get(id) !== 'atOnce') return null;
  return {
    value: writeChoice({ ticketId: id, version, officerId: receiver.officerId }),
    href: `/phieu/${id}`,
    code,
    subject,
    reason: proposal?.units[0]?.reason ?? '',
    unit: unitName(names, receiver.unitId) ?? '',
    officer: fullTitle(names, receiver.officerId) ?? '',
  };
}

function otherTicket(row: TicketRow, reading: ProposedAssignmentsReading): OtherTicketView {
  return { href: `/phieu/${row.id}`, code: row.code, subject: row.subject, why: reasonAgainst(row, reading) };
}

function reasonAgainst({ id, leadUnitId, closedAt }: TicketRow, reading: ProposedAssignmentsReading): string {
  const { proposals, names } = reading;
  if (closedAt !== null) return 'Phiếu đã kết thúc.';
  if (leadUnitId !== null) return `Đã giao ${unitName(names, leadUnitId) ?? 'đơn vị khác'}.`;
  const receiver = proposedReceiver(proposals.get(id));
  return receiver === null ? unproposedWords(id, reading) : elsewhereWords(id, receiver, reading);
}

/** There is a proposal, which is not carried out here. */
function elsewhereWords(
  id: string,
  { unitId }: { readonly unitId: string },
  { ways, names }: ProposedAssignmentsReading,
): string {
  if (ways.get(id) !== 'laidBefore') return 'Chưa giao được ở bước này; mở phiếu để xem.';
  return `Đề xuất ${unitName(names, unitId) ?? 'đơn vị khác'}, ngoài bảng phân công: lãnh đạo quyết định; mở phiếu để đề xuất.`;
}

function unproposedWords(id: string, { proposals }: ProposedAssignmentsReading): string {
  const agency = proposals.get(id)?.agency ?? null;
  return agency === null
    ? 'Chưa có đề xuất; mở phiếu để giao.'
    : `Có thể thuộc thẩm quyền của ${AGENCY_WORDS[agency.agency]}; mở phiếu để chuyển hoặc giao.`;
}
