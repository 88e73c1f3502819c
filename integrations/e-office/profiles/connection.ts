import type { MessageTransport } from '../../../src/exchange/ports/message-transport.port.js';
import type { SpoolFolder } from '../../../src/platform/spool/spool.js';
import type { SigningDesk } from '../../../src/signing/ports/signing-desk.port.js';
import type { Watch } from '../soap/client/call-trace.js';
import type { LineSecurity } from '../soap/line-security.js';

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
  /** A folder of ours on disk, for what a wire hands out only once. */
  readonly workDirectory: string;
  /** Where an application has an account of its own beside the person's that it acts for. */
  readonly application?: ApplicationAccount;
  /** Called after each call. */
  readonly watch?: Watch;
}

export interface ApplicationAccount {
  readonly appCode: string;
  readonly appPass: string;
  /** The system that submits, as people read it there. */
  readonly sender: string;
  /** Id of the issuing unit there. */
  readonly issueUnit: number;
  /** The domain that makes a mail address of a person's code, where the code itself is not an address. */
  readonly mailDomain: string | undefined;
  /** Content of the key file with which accounts are hidden. */
  readonly key: Buffer | undefined;
}

/** Both ports of one e-office, over one line. */
export interface EOfficeConnection {
  readonly transport: MessageTransport;
  readonly signingDesk: SigningDesk;
  /** Gives the kept connections back; calls under way break off. */
  close(): void;
}
