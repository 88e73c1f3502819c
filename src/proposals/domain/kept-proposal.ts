import type { Category, Level } from '../../law/index.js';
import { routeWords } from '../../routing-table/domain/routing-line.js';
import { AGENCY_WORDS, type Agency } from './competent-agencies.js';
import type { Proposal, ProposedUnit } from './propose.js';

/** What is kept of a proposal: choices with the reason in words, as they were on the day. */
export interface KeptProposal {
  readonly category: { readonly category: Category; readonly reason: string } | null;
  readonly level: { readonly level: Level; readonly reason: string } | null;
  /** The field on which the units rest. */
  readonly basis: Category | null;
  /** The likeliest first, three at most. */
  readonly units: readonly {
    readonly unitId: string;
    readonly officerId: string | null;
    readonly reason: string;
    readonly earlier: readonly { readonly ticketId: string; readonly code: string }[];
  }[];
  readonly agency: { readonly agency: Agency; readonly reason: string } | null;
}

/** The proposed unit and officer; null without a proposal, or where another agency is competent. */
export function proposedReceiver(
  proposal: KeptProposal | null | undefined,
): { readonly unitId: string; readonly officerId: string } | null {
  const [unit] = proposal?.agency === null ? proposal.units : [];
  return unit === undefined || unit.officerId === null ? null : { unitId: unit.unitId, officerId: unit.officerId };
}

/** The shares from which a proposal is made. */
const SAID_OF_FIELD = 0.35;
const SAID_OF_UNIT = 0.35;

/** How sure something is, in words. */
function sureness(share: number): string {
  if (share >= 0.8) return 'khá chắc chắn';
  return share >= 0.55 ? 'có khả năng' : 'chưa chắc chắn';
}

/** @param nameOf the field as the rules of the day name it */
export function keptProposal(proposal: Proposal, nameOf: (category: Category) => string): KeptProposal {
  const { categories, units, agency, level, named } = proposal;
  const isOurs = agency === null;
  const isSaid = isOurs && (units.at(0)?.share ?? 0) >= SAID_OF_UNIT;
  const schools = schoolWords(named);
  return {
    category: isOurs ? keptCategory(categories.at(0)) : null,
    level: level && { level: level.level, reason: `Theo các phiếu tương tự (${sureness(level.share)}).` },
    basis: categories.at(0)?.category ?? null,
    units: isSaid ? units.map((unit) => keptUnit(unit, schools, nameOf)) : [],
    agency: agency && { agency: agency.agency, reason: agencyReason(agency) },
  };
}

function keptCategory(field: Proposal['categories'][number] | undefined): KeptProposal['category'] {
  if (field === undefined || field.share < SAID_OF_FIELD) return null;
  return { category: field.category, reason: `Theo nội dung phản ánh (${sureness(field.share)}).` };
}

function agencyReason({ agency, share }: NonNullable<Proposal['agency']>): string {
  return `Nội dung giống việc của ${AGENCY_WORDS[agency]} (${sureness(share)}).`;
}

function keptUnit(
  { unitId, officerId, route, earlier }: ProposedUnit,
  schools: string,
  nameOf: (category: Category) => string,
): KeptProposal['units'][number] {
  const byTable =
    route === null ? [] : [routeWords(route.line, route.line.category === null ? '' : nameOf(route.line.category))];
  const byEarlier = route === null || earlier.length === 0 ? [] : ['Phù hợp với các phiếu Sở đã giao.'];
  const alone = route === null ? ['Theo các phiếu tương tự Sở đã giao.'] : [];
  return {
    unitId,
    officerId,
    reason: [...byTable, ...alone, ...byEarlier, schools].filter((words) => words !== '').join(' '),
    earlier: earlier.map(({ ticketId, code }) => ({ ticketId, code })),
  };
}

/** Which schools were understood, and which could not be told apart. */
function schoolWords({ sure, ambiguous }: Proposal['named']): string {
  const named = sure.map(({ name, by }) => (by === 'name' ? name : `${name} (${FOUND_BY[by]})`));
  const unsure = ambiguous.map((group) => `${group[0]?.name ?? ''} (${String(group.length)} trường trùng tên)`);
  const all = [...named, ...unsure];
  return all.length === 0 ? '' : `Trường được nêu: ${all.join('; ')}.`;
}

const FOUND_BY = { old: 'tên cũ', misspelt: 'gần giống tên viết trong phiếu', initials: 'viết tắt' } as const;
