import type { Authority } from '../authority/authority.js';
import type { SigningIdentity } from '../authority/identity.js';
import type { Office } from '../office.js';
import { sealAsAgency } from '../signer/seal-as-agency.js';
import { sealFile } from '../signer/seal-file.js';
import { signAsLeader } from '../signer/sign-as-leader.js';
import type { LetterToSeal, LetterToSign, Pens } from './pens.js';

/** The pens of honest people: each signs with the certificate that the test authority gave them. */
export class AuthorityPens implements Pens {
  /**
   * @param authority opened once the address of its revocation list is known
   * @param entryOnto where number and date are written
   */
  constructor(
    private readonly authority: () => Authority,
    private readonly parties: () => Office['parties'],
    private readonly entryOnto: 'fields' | 'page' = 'fields',
  ) {}

  async signAsLeader({ pdf, userCode, at }: LetterToSign): Promise<Buffer> {
    const { staff, department } = this.parties();
    const leader = staff.leaders.find((user) => user.userCode === userCode);
    if (!leader) throw new RangeError(`No leader ${userCode}`);
    const person = { fullName: leader.name, title: leader.position, department: department.name };
    return signAsLeader(pdf, { identity: await this.authority().identityOf(userCode, person), at });
  }

  async sealAsAgency({ pdf, entry, at }: LetterToSeal): Promise<Buffer> {
    return sealAsAgency(pdf, { identity: await this.agency(), entry: entry ?? undefined, at, onto: this.entryOnto });
  }

  async sealFile(pdf: Buffer, text: string, at: Date): Promise<Buffer> {
    return sealFile(pdf, { identity: await this.agency(), text, at });
  }

  private agency(): Promise<SigningIdentity> {
    const { id, name } = this.parties().department;
    return this.authority().agencyIdentity(id, name);
  }
}
