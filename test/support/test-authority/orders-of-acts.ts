import { civilDate } from '../../../src/kernel/civil-date.js';
import {
  type LetterExpectation,
  type LetterProof,
  type ProofLine,
  proveSignedLetter,
} from '../../../src/signing/domain/proof/letter-proof.js';
import { verifyPdf } from '../../../src/signing/domain/verification/verify-pdf.js';
import { AGENCY_NAME, LEADER_NAME, openTestAuthority, type TestAuthority } from './authority.js';
import { crlAt, keyUsage } from './certificates.js';
import type { LetterSigning } from './letter.js';
import { signedBy } from './written-letter.js';

const register = { number: '513', notation: 'SGDĐT-GDTrH', issuedDate: civilDate('2026-03-18') };
const leader = { userCode: 'khanh.dq', name: LEADER_NAME };
const agency = { code: 'H24.3', name: AGENCY_NAME };

type Stands = 'fields' | 'printed';

/** What is expected of a sealed letter by the order in which it was signed and numbered. */
export function expected(
  stands: Stands,
  onPage: 'refuse' | 'report' = 'refuse',
  change: object = {},
): LetterExpectation {
  return { stage: 'sealed', leader, agency, register: { ...register, stands, onPage, ...change } };
}

export function lineOf({ lines }: LetterProof, wanted: string): ProofLine | undefined {
  return lines.find(({ code }) => code === wanted);
}

export function failing({ lines }: LetterProof): readonly string[] {
  return lines.filter(({ result }) => result === 'fail').map(({ code }) => code);
}

/** People who sign letters in either order, and a proof that trusts the issuer of their keys. */
export class OrdersOfActs {
  private readonly authority: TestAuthority = openTestAuthority();

  get leaderKey(): LetterSigning {
    return { signer: this.authority.leader, chain: [this.authority.sub] };
  }

  /** The leader's, of which nobody answers whether it was revoked. */
  get unansweredKey(): LetterSigning {
    const extensions = [keyUsage('digitalSignature'), crlAt('http://ca.example/crl')];
    return { ...this.leaderKey, signer: this.authority.signer({ extensions }) };
  }

  get agencyKey(): LetterSigning {
    return { signer: this.authority.agency, chain: [this.authority.sub] };
  }

  signed(pdf: Buffer, at?: Date): Buffer {
    return signedBy(pdf, { ...this.leaderKey, ...(at ? { at } : {}) });
  }

  prove(submitted: Buffer, returned: Buffer, expectation: LetterExpectation): LetterProof {
    const now = new Date('2026-06-01T00:00:00Z');
    const verification = verifyPdf(returned, { anchors: [this.authority.root.der], crls: [], now });
    return proveSignedLetter({ submitted, returned, verification, expectation });
  }
}
