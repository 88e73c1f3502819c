import type { Mailroom } from '../../../src/exchange/ports/mailroom.port.js';
import type { Clock } from '../../../src/kernel/clock.js';
import type { SpoolFolder } from '../../../src/platform/spool/spool.js';
import type { SigningDesk } from '../../../src/signing/ports/signing-desk.port.js';
import type { LineSecurity } from '../soap/line-security.js';
import { SoapClient } from '../soap/soap-client.js';
import { SoapMailroom } from '../soap/soap-mailroom.adapter.js';
import { SoapSigningDesk } from '../soap/soap-signing-desk.adapter.js';
import { ProfileError } from './load-profile.js';
import type { Dialect, EOfficeProfile } from './profile.js';

/** Where an e-office stands, and how it knows us: all that is no profile's. */
export interface EOfficeLine {
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** For a whole call. */
  readonly timeoutMs: number;
  /** Our own code among the agencies. */
  readonly agencyCode: string;
  /** Where long files wait until they are kept. */
  readonly spools: SpoolFolder;
  readonly security?: LineSecurity;
}

/** Both ports of one e-office, over one line. */
export interface EOfficeConnection {
  readonly mailroom: Mailroom;
  readonly signingDesk: SigningDesk;
  /** Gives the kept connections back; calls under way break off. */
  close(): void;
}

type Connect = (profile: EOfficeProfile, line: EOfficeLine, clock: Clock) => EOfficeConnection;

const CONNECT: Readonly<Partial<Record<Dialect, Connect>>> = { standard: connectStandard };

/** The adapters of a profile. Nothing is called yet. @throws ProfileError for a dialect that is not built in */
export function connectEOffice(profile: EOfficeProfile, line: EOfficeLine, clock: Clock): EOfficeConnection {
  const connect = CONNECT[profile.protocol.dialect];
  if (connect === undefined) throw new ProfileError(`chưa có phần nối cho "${profile.protocol.dialect}"`);
  return connect(profile, line, clock);
}

function connectStandard(
  profile: EOfficeProfile,
  { agencyCode, ...line }: EOfficeLine,
  clock: Clock,
): EOfficeConnection {
  const { protocol, limits } = profile;
  const client = new SoapClient({
    ...line,
    clock,
    version: protocol.versions[0],
    maxResponseBytes: limits.answerBytes,
    parallelCalls: limits.parallelCalls,
  });
  return {
    mailroom: new SoapMailroom(client, agencyCode, profile, line.spools),
    signingDesk: new SoapSigningDesk(client, profile),
    close: () => client.close(),
  };
}
