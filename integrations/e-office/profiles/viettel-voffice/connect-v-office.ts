import type { Clock } from '../../../../src/kernel/clock.js';
import { AbsentMessageTransport } from '../absent-message-transport.js';
import type { EOfficeConnection, EOfficeLine } from '../connection.js';
import { ProfileError } from '../load-profile.js';
import type { EOfficeProfile } from '../profile.js';
import { cipherOf } from './v-office-cipher.js';
import type { Cipher } from './v-office-cipher.js';
import { VOfficeClient } from './v-office-client.js';
import { VOfficeSigningDesk } from './v-office-signing-desk.js';

/**
 * vOffice signs; it exchanges nothing.
 * @throws ProfileError when the profile lacks the figures of vOffice, or the line its application account or key
 */
export function connectVOffice(profile: EOfficeProfile, line: EOfficeLine, clock: Clock): EOfficeConnection {
  const { vOffice: figures, limits, dates, codes } = profile;
  const { application } = line;
  if (figures === undefined || dates === undefined || codes.results === undefined) {
    throw new ProfileError(`hồ sơ "${profile.name}" thiếu phần vOffice, dates hoặc codes.results`);
  }
  if (application === undefined) {
    throw new ProfileError('vOffice cần SIGNING_APP_CODE, SIGNING_APP_PASSWORD và SIGNING_ISSUE_UNIT');
  }
  const { appCode, appPass, sender, issueUnit, mailDomain, key } = application;
  const client = new VOfficeClient({
    endpoint: new URL(line.endpoint),
    timeoutMs: line.timeoutMs,
    maxResponseBytes: limits.answerBytes,
    parallelCalls: limits.parallelCalls,
    spools: line.spools,
    security: line.security,
    watch: line.watch,
  });
  const account = { accountName: line.username, accountPass: line.password };
  return {
    transport: new AbsentMessageTransport(),
    signingDesk: new VOfficeSigningDesk(client, {
      profile,
      figures,
      dates,
      results: codes.results,
      clock,
      cipher: requireCipher(figures.cipher.name, key),
      account: { ...account, appCode, appPass, sender, issueUnit, mailDomain },
    }),
    close: () => client.close(),
  };
}

function requireCipher(name: Parameters<typeof cipherOf>[0], key: Buffer | undefined): Cipher {
  try {
    return cipherOf(name, key ?? Buffer.alloc(0));
  } catch (error) {
    throw new ProfileError(`cách mã hóa "${name}" không dùng được khóa trong SIGNING_KEY_FILE`, { cause: error });
  }
}
