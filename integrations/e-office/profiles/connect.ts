import type { Clock } from '../../../src/kernel/clock.js';
import { SoapClient } from '../soap/client/soap-client.js';
import { SoapMessageTransport } from '../soap/client/soap-message-transport.adapter.js';
import { SoapSigningDesk } from '../soap/client/soap-signing-desk.adapter.js';
import { connectBkav } from './bkav-edoc/connect-bkav.js';
import type { EOfficeConnection, EOfficeLine } from './connection.js';
import { ProfileError } from './load-profile.js';
import type { Dialect, EOfficeProfile } from './profile.js';
import { connectVOffice } from './viettel-voffice/connect-v-office.js';

export type { EOfficeConnection, EOfficeLine } from './connection.js';

type Connect = (profile: EOfficeProfile, line: EOfficeLine, clock: Clock) => EOfficeConnection;

const CONNECT: Readonly<Partial<Record<Dialect, Connect>>> = {
  standard: connectStandard,
  'bkav-edoc': connectBkav,
  'viettel-voffice': connectVOffice,
};

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
    attachments: protocol.attachments === 'mtom' ? 'mtom' : 'inline',
  });
  return {
    transport: new SoapMessageTransport(client, agencyCode, profile, line.spools),
    signingDesk: new SoapSigningDesk(client, profile, line.spools),
    close: () => client.close(),
  };
}
