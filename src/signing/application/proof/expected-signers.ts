import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import type { OutgoingDocumentEntity } from '../../../documents/index.js';
import { printedNumber } from '../../../documents/domain/register.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import type { RegisterExpectation } from '../../domain/proof/letter-proof.js';
import type { AgencyExpectation, LeaderExpectation } from '../../domain/proof/proof-case.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { TrustQueries, type TrustCertificateEntity } from '../../trust/index.js';

/** Whose signatures a file of ours must bear, with the certificates that two people bound to them, and which number and day. */
@Injectable()
export class ExpectedSigners {
  constructor(
    private readonly trust: TrustQueries,
    private readonly staff: StaffDirectory,
    private readonly settings: Settings,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  async leader({ leaderId, leaderCode, leaderName }: SignatureRequestEntity): Promise<LeaderExpectation> {
    const [rows, people] = await Promise.all([this.trust.certificates(), this.staff.people()]);
    const position = people.find(({ id }) => id === leaderId)?.position;
    return {
      userCode: leaderCode,
      name: leaderName,
      ...(position === undefined ? {} : { position }),
      ...known(rows.filter(({ kind, personId }) => kind === 'person' && personId === leaderId)),
    };
  }

  /** Under the name that it bears today, as its certificate does. */
  async agency(): Promise<AgencyExpectation> {
    const [rows, { name }] = await Promise.all([this.trust.certificates(), this.agencyProfiles.today()]);
    return { code: this.settings.agency.code, name, ...known(rows.filter(({ kind }) => kind === 'agency')) };
  }

  /** What the register gave the letter, where it was to stand, and what the agency allows elsewhere. */
  async register(line: OutgoingDocumentEntity): Promise<RegisterExpectation> {
    const { notation, issuedDate, reservedAt } = line;
    return {
      number: printedNumber(line.number),
      notation,
      issuedDate,
      stands: reservedAt === null ? 'fields' : 'printed',
      onPage: (await this.agencyProfiles.today()).entryOnPage,
    };
  }
}

/** Once bound, always by certificate: taking the last one away does not let a mere name pass. */
function known(rows: readonly TrustCertificateEntity[]): Pick<LeaderExpectation, 'certificates'> {
  if (rows.length === 0) return {};
  return { certificates: rows.filter(({ activeTo }) => activeTo === null).map(({ sha256 }) => sha256) };
}
