import { mayGoOn } from './proof/proof-override.js';
import type { SignatureState } from './signature-request.js';

/**
 * What stands at the top right of the first page of an annex in a file of its own; the time of signing follows it. An annex within the letter's file
 * is signed with the letter and bears nothing.
 *
 * @param code number and symbol as printed: `123/SGDĐT-VP`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d.
 */
export function annexMark(code: string): string {
  return `Số: ${code}`;
}

/** Whether the letter itself is sealed and proved, so that nothing but its annexes is waited for. */
export function isLetterSealed({
  sealedSha256,
  proof,
}: {
  readonly sealedSha256: string | null;
  readonly proof: object | null;
}): boolean {
  return sealedSha256 !== null && mayGoOn(proof);
}

/** Whether a letter waits for its annexes alone. */
export function isAwaitingAnnexes(request: {
  readonly state: SignatureState;
  readonly sealedSha256: string | null;
  readonly proof: object | null;
}): boolean {
  return request.state === 'sealing' && isLetterSealed(request);
}
