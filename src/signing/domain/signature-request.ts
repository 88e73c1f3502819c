import { DomainError } from '../../kernel/domain-error.js';

/**
 * pending: promised, the e-office has not taken it yet · submitted: at the leader · returned, rejected, cancelled, failed: the e-office says so ·
 * signed: signed there, the file is being fetched and verified · proofFailed: what came back is not what was submitted ·
 * verified: proved, waits for the registry · sealing: number taken, seal ordered · sealFailed: the sealed file did not prove itself ·
 * sealed: proved whole · released: sent.
 */
export const SIGNATURE_STATES = [
  'pending',
  'submitted',
  'returned',
  'rejected',
  'cancelled',
  'failed',
  'signed',
  'proofFailed',
  'verified',
  'sealing',
  'sealFailed',
  'sealed',
  'released',
] as const;

export type SignatureState = (typeof SIGNATURE_STATES)[number];

const NEXT: Readonly<Record<SignatureState, readonly SignatureState[]>> = {
  pending: ['submitted', 'failed', 'cancelled'],
  submitted: ['returned', 'rejected', 'cancelled', 'failed', 'signed'],
  returned: [],
  rejected: [],
  cancelled: [],
  failed: [],
  signed: ['verified', 'proofFailed'],
  proofFailed: [],
  verified: ['sealing'],
  sealing: ['sealed', 'sealFailed'],
  sealFailed: [],
  sealed: ['released'],
  released: [],
};

export function maySignatureMove(from: SignatureState, to: SignatureState): boolean {
  return NEXT[from].includes(to);
}

/** @throws DomainError `signature-transition-refused` */
export function requireSignatureMove(from: SignatureState, to: SignatureState): void {
  if (!maySignatureMove(from, to)) throw new DomainError('signature-transition-refused', { from, to });
}

/** States in which the e-office may have news for us. */
export const AWAITED: readonly SignatureState[] = ['submitted', 'sealing'];

/**
 * Our id of one submission in the e-office: constant over retries, new for each revision of the draft and each time it is submitted.
 *
 * @param subject the ticket's code or the draft's id; letters, digits, dots and dashes only
 * @param time 1 for the first submission of that revision, 2 when it came back and goes again unchanged
 */
export function clientRequestId(
  subject: string,
  draft: { readonly id: string; readonly revision: number },
  time: number,
): string {
  const again = time === 1 ? '' : `-l${time}`;
  return `SGDDT-${subject}-${draft.id.slice(0, 8)}-r${draft.revision}${again}`;
}
