import { join } from 'node:path';
import type { Clock } from '../../../../src/kernel/clock.js';
import type { EOfficeConnection, EOfficeLine } from '../connection.js';
import { HandSigningDesk } from '../hand-signing-desk.js';
import type { EOfficeProfile } from '../profile.js';
import { EdocClient } from './edoc-client.js';
import { EdocMessageTransport } from './edoc-message-transport.js';
import { TraceSpool } from './trace-spool.js';

/** An e-office that speaks Bkav eDoc: it exchanges, and signs nothing over the wire. The password of the line is its token. */
export function connectBkav(profile: EOfficeProfile, line: EOfficeLine, clock: Clock): EOfficeConnection {
  const client = new EdocClient(line, profile);
  const account = { token: line.password, organId: line.agencyCode };
  const spool = new TraceSpool(join(line.workDirectory, 'trang-thai-cho-nhan'));
  return {
    transport: new EdocMessageTransport(client, account, profile, { spool, clock }),
    signingDesk: new HandSigningDesk(),
    close: () => client.close(),
  };
}
