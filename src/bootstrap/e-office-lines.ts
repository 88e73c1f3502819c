import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectEOffice,
  type EOfficeConnection,
  type EOfficeLine,
} from '../../integrations/e-office/profiles/connect.js';
import { loadProfile, ProfileError } from '../../integrations/e-office/profiles/load-profile.js';
import type { EOfficeProfile } from '../../integrations/e-office/profiles/profile.js';
import {
  LineSecurityError,
  readLineSecurity,
  type LineSecurity,
} from '../../integrations/e-office/soap/line-security.js';
import { Settings, SettingsError } from '../config/settings.js';
import type { CallObserver } from '../exchange/ports/call-observer.port.js';
import type { Clock } from '../kernel/clock.js';
import { SpoolFolder } from '../platform/spool/spool.js';
import { SystemClock } from '../platform/system-clock.js';

/** The line to the e-office with which documents are exchanged. @throws SettingsError */
export function eOffice(
  settings: Settings,
  clock: Clock,
  spools: SpoolFolder,
  observer: CallObserver,
): EOfficeConnection {
  const { profile, url, username, password } = settings.eOffice;
  if (url === undefined)
    throw new SettingsError('Biến E_OFFICE_URL không hợp lệ: cần địa chỉ SOAP của hệ thống quản lý văn bản.');
  const security = lineSecurity(settings);
  const watch = { observer, channel: 'exchange', clock };
  const line = { ...ownSide(settings, spools), endpoint: url, username, password, security, watch };
  return connected(settings, profileOf(profile, 'E_OFFICE_PROFILE'), { line, clock, variable: 'E_OFFICE_PROFILE' });
}

/** The line to the e-office where letters are signed; null where it is the same. @throws SettingsError */
export function signingOffice(
  settings: Settings,
  clock: Clock,
  spools: SpoolFolder,
  observer: CallObserver,
): EOfficeConnection | null {
  const { url, username, password } = settings.signing;
  if (settings.signing.profile === undefined) return null;
  if (url === undefined) throw new SettingsError('Biến SIGNING_URL không hợp lệ: cần địa chỉ SOAP của nơi ký.');
  // The exchange's client certificate is not shown to the signing service; the trusted authorities are the same.
  const security = { tls: { ca: lineSecurity(settings).tls?.ca } };
  const watch = { observer, channel: 'signing', clock };
  const line = { ...ownSide(settings, spools), endpoint: url, username, password, security, watch };
  return connected(settings, signingProfile(settings), { line, clock, variable: 'SIGNING_PROFILE' });
}

/** A line to the e-office for one question; what goes over it is not kept as evidence. @throws SettingsError */
export function eOfficeForOnce(settings: Settings): EOfficeConnection {
  const spools = new SpoolFolder(join(settings.dataDirectory, 'dang-nhan'));
  return eOffice(settings, new SystemClock(), spools, { observe: () => undefined });
}

/** What is the same towards whichever e-office. */
function ownSide(
  { eOffice: { timeoutMs }, agency, dataDirectory }: Settings,
  spools: SpoolFolder,
): Pick<EOfficeLine, 'timeoutMs' | 'agencyCode' | 'spools' | 'workDirectory'> {
  return { timeoutMs, agencyCode: agency.code, spools, workDirectory: dataDirectory };
}

function lineSecurity({ eOffice }: Settings): LineSecurity {
  try {
    return readLineSecurity(eOffice.hosts, eOffice.files);
  } catch (error) {
    if (!(error instanceof LineSecurityError)) throw error;
    throw new SettingsError(
      `Các biến về tệp chứng thư, khóa của hệ thống quản lý văn bản (E_OFFICE_CA, E_OFFICE_CLIENT_…, E_OFFICE_SIGNING_…, E_OFFICE_PEER_CERT) không hợp lệ: ${error.message}.`,
      { cause: error },
    );
  }
}

/** The profile of the signing service. @throws SettingsError */
export function signingProfile({ eOffice: { profile }, signing }: Settings): EOfficeProfile {
  return profileOf(signing.profile ?? profile, signing.profile === undefined ? 'E_OFFICE_PROFILE' : 'SIGNING_PROFILE');
}

function profileOf(named: string, variable: string): EOfficeProfile {
  try {
    return loadProfile(named);
  } catch (error) {
    throw settingsError(variable, error);
  }
}

function connected(
  { signing: { application } }: Settings,
  profile: EOfficeProfile,
  { line, clock, variable }: { line: Omit<EOfficeLine, 'application'>; clock: Clock; variable: string },
): EOfficeConnection {
  try {
    if (application === undefined) return connectEOffice(profile, line, clock);
    const { keyFile, ...account } = application;
    const key = keyFile === undefined ? undefined : readKey(keyFile);
    return connectEOffice(profile, { ...line, application: { ...account, key } }, clock);
  } catch (error) {
    throw settingsError(variable, error);
  }
}

function readKey(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new SettingsError(`Biến SIGNING_KEY_FILE không hợp lệ: không đọc được tệp ${path}.`, { cause });
  }
}

function settingsError(variable: string, cause: unknown): unknown {
  if (cause instanceof ProfileError)
    return new SettingsError(`Biến ${variable} không hợp lệ: ${cause.message}.`, { cause });
  return cause;
}
