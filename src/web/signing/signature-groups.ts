import type { SignatureRequestEntity } from '../../signing/index.js';
import { SIGNATURE_STATES, type SignatureState } from '../../signing/domain/signature-request.js';

/** Groups of letters in signing, by their names in the address, in the order in which a page goes through them. */
export const SIGNATURE_GROUPS = ['can-lam', 'cho-ky', 'hong', 'xong'] as const;

export type SignatureGroup = (typeof SIGNATURE_GROUPS)[number];

export const GROUP_WORDS: Readonly<Record<SignatureGroup, string>> = {
  'can-lam': 'Cần làm',
  'cho-ky': 'Chờ ký',
  hong: 'Có lỗi',
  xong: 'Kết thúc',
};

/**
 * can-lam: the registry has the next step, number and seal · cho-ky: the leader, the e-office or this program has it · hong: it ended in a fault, and
 * its author writes and submits it anew · xong: it left, or came back as the leader or the agency wished.
 */
const GROUP_OF: Readonly<Record<SignatureState, SignatureGroup>> = {
  verified: 'can-lam',
  sealFailed: 'can-lam',
  pending: 'cho-ky',
  submitted: 'cho-ky',
  signed: 'cho-ky',
  sealing: 'cho-ky',
  sealed: 'cho-ky',
  proofFailed: 'hong',
  failed: 'hong',
  returned: 'xong',
  rejected: 'xong',
  cancelled: 'xong',
  released: 'xong',
};

export function groupOf({ state }: Pick<SignatureRequestEntity, 'state'>): SignatureGroup {
  return GROUP_OF[state];
}

/** The states of each group, in the order of SIGNATURE_GROUPS. */
export const STATES_OF_GROUPS: readonly (readonly SignatureState[])[] = SIGNATURE_GROUPS.map((group) =>
  SIGNATURE_STATES.filter((state) => GROUP_OF[state] === group),
);

export function rankOf(request: Pick<SignatureRequestEntity, 'state'>): number {
  return SIGNATURE_GROUPS.indexOf(groupOf(request));
}

/** Group after group; within a group newest first, as read. */
export function inOrderOfGroups(requests: readonly SignatureRequestEntity[]): readonly SignatureRequestEntity[] {
  return requests.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Where a list stands: which group alone, if only one, and the page of it as its address says it; `''` for the first. */
export interface SignatureListPlace {
  readonly group: SignatureGroup | null;
  readonly page: string;
}

/** The address of a list, or of a letter beside it. */
export function listHref(path: string, { group, page }: SignatureListPlace): string {
  const said = [...(page === '' ? [] : [`trang=${page}`]), ...(group === null ? [] : [`nhom=${group}`])];
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}
