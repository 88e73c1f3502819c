import { TAKEN_OVER_SENDER } from './take-over/taken-over.js';

/** Stands in the incoming register in place of an agency's code where a document came from citizens or the press: no code of the exchange leads to them. */
export const CITIZENS = 'cong-dan';

/**
 * A code by which the exchange knows an agency, of either generation: `H24.7`, `000.00.22.H24`.
 *
 * Source: `AgencyCode` of our contract for e-offices; Thông tư 10/2016/TT-BTTTT and Quyết định 20/2020/QĐ-TTg on the codes of agencies.
 */
const AGENCY_CODE = /^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,7}$/u;

export function isAgencyCode(code: string): boolean {
  return AGENCY_CODE.test(code);
}

/**
 * Whether an answer reaches the sender of a document through the exchange. Everyone else gets it by post, by e-mail or at the desk.
 *
 * @param senderCode as it stands in the incoming register
 */
export function isReachedByExchange({ senderCode }: { readonly senderCode: string }): boolean {
  return senderCode !== CITIZENS && senderCode !== '' && !senderCode.startsWith(TAKEN_OVER_SENDER);
}
