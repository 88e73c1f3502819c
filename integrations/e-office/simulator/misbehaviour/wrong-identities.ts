import { type Authority, agencySubject, leaderSubject } from '../authority/authority.js';
import { type DistinguishedName, type Issued, issueHolder, issueRoot, serialOf } from '../authority/certificates.js';
import type { SigningIdentity } from '../authority/identity.js';
import type { Office } from '../office.js';

const YEARS_OF_A_CERTIFICATE = 3;

const STRANGER: DistinguishedName = { country: 'VN', organisation: 'Tổ chức lạ', commonName: 'Tổ chức lạ - MẪU THỬ' };

const OTHER_LEADER = { userCode: 'nguoi.khac', name: 'Phan Quốc Đạt', position: 'Phó Giám đốc' } as const;
const OTHER_AGENCY = { id: '000.00.99.H24', name: 'Sở Thử nghiệm khác' } as const;

/** Certificates that no letter may be signed with. Each is made for the occasion and kept nowhere. */
export class WrongIdentities {
  constructor(
    private readonly authority: () => Authority,
    private readonly office: Office,
  ) {}

  leader(userCode: string): DistinguishedName {
    const { staff } = this.office.parties;
    const { name, position } = staff.leaders.find((user) => user.userCode === userCode) ?? OTHER_LEADER;
    return this.subjectOf({ userCode, name, position });
  }

  agency(): DistinguishedName {
    const { id, name } = this.office.parties.department;
    return agencySubject(id, name);
  }

  /** Nothing is wrong with it. */
  issued(subject: DistinguishedName): Promise<SigningIdentity> {
    return this.authority().issueApart(subject);
  }

  /** Ran out a year ago. */
  expired(subject: DistinguishedName): Promise<SigningIdentity> {
    const now = new Date(this.now());
    now.setUTCFullYear(now.getUTCFullYear() - YEARS_OF_A_CERTIFICATE - 1);
    return this.authority().issueApart(subject, { now });
  }

  async revoked(subject: DistinguishedName): Promise<SigningIdentity> {
    const identity = await this.authority().issueApart(subject);
    await this.authority().revoke(identity.serial);
    return identity;
  }

  async selfSigned(subject: DistinguishedName): Promise<SigningIdentity> {
    return identityOf(await issueRoot(subject, this.now()), subject, []);
  }

  /** Bears the right name and number, from an authority that nobody trusts. */
  async strangers(subject: DistinguishedName): Promise<SigningIdentity> {
    const root = await issueRoot(STRANGER, this.now());
    const crlUrl = 'http://ca.invalid/crl';
    return identityOf(await issueHolder(subject, root, { now: this.now(), crlUrl }), subject, [root]);
  }

  weakDigest(subject: DistinguishedName): Promise<SigningIdentity> {
    return this.authority().issueApart(subject, { hash: 'SHA-1' });
  }

  weakKey(subject: DistinguishedName): Promise<SigningIdentity> {
    return this.authority().issueApart(subject, { bits: 1024 });
  }

  /** Another leader of the agency where there is one. */
  otherLeader(userCode: string): Promise<SigningIdentity> {
    const other = this.office.parties.staff.leaders.find((user) => user.userCode !== userCode) ?? OTHER_LEADER;
    return this.authority().issueApart(this.subjectOf(other));
  }

  otherAgency(): Promise<SigningIdentity> {
    return this.authority().issueApart(agencySubject(OTHER_AGENCY.id, OTHER_AGENCY.name));
  }

  private subjectOf({ userCode, name, position }: { userCode: string; name: string; position: string }) {
    const department = this.office.parties.department.name;
    return leaderSubject(userCode, { fullName: name, title: position, department });
  }

  private now(): Date {
    return this.office.clock.now();
  }
}

function identityOf(
  { certificate, privateKey }: Issued,
  { commonName }: DistinguishedName,
  above: readonly Issued[],
): SigningIdentity {
  const chain = above.map((issuer) => issuer.certificate);
  return { name: commonName, serial: serialOf(certificate), certificate, chain, privateKey };
}
