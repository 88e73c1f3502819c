import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadProfile } from '../profiles/load-profile.js';
import type { Dialect, EOfficeProfile } from '../profiles/profile.js';
import type { SimulatorSettings } from './options.js';
import type { VOfficeSettings } from './v-office/v-office-options.js';

const FILE = 'dien-tap.json';
const CALLBACKS = 'http://127.0.0.1:8022';

/**
 * The configuration of an e-office of one product for a rehearsal: made on the first start with passwords of its own, and kept in the directory, so that a
 * restart is the same e-office. Made-up people; the agencies' codes are those of the product's own standard settings.
 *
 * @returns the path of the file
 */
export function rehearsalFile(directory: string, profile: Dialect): string {
  const path = join(directory, FILE);
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  const key = randomBytes(32).toString('base64');
  if (profile === 'viettel-voffice') {
    writeFileSync(keyFile(directory), key, { mode: 0o600 });
    writeFileSync(profileFile(directory), `${JSON.stringify(vOfficeProfile(), null, 2)}\n`);
  }
  writeFileSync(path, `${JSON.stringify(rehearsal(profile, key), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return path;
}

function keyFile(directory: string): string {
  return resolve(directory, 'khoa-voffice.txt');
}

function profileFile(directory: string): string {
  return resolve(directory, 'ho-so-voffice.json');
}

/** Accounts are hidden by the cipher that the simulator can open. */
function vOfficeProfile(): EOfficeProfile {
  const { vOffice: figures, ...profile } = loadProfile('viettel-voffice');
  if (figures === undefined) throw new Error('The profile of vOffice has no figures.');
  return { ...profile, vOffice: { ...figures, cipher: { ...figures.cipher, name: 'aes-256-gcm' } } };
}

function rehearsal(profile: Dialect, key: string): object {
  const settings = {
    department: { agencyCode: '000.00.03.H24', name: 'Sở Giáo dục và Đào tạo' },
    hotline: { agencyCode: '000.00.22.H24', name: 'Tổng đài 1022' },
    agencies: [{ agencyCode: '000.00.07.H24', name: 'Sở Nội vụ thành phố Hải Phòng' }],
    username: 'sgddt',
    password: secret(),
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
  };
  if (profile === 'standard') {
    const callback = { url: `${CALLBACKS}/soap/eoffice-callback/v1`, username: 'eoffice', password: secret() };
    return { ...settings, callback };
  }
  return profile === 'bkav-edoc' ? settings : { ...settings, vOffice: vOffice(key) };
}

function vOffice(key: string): object {
  return {
    accountName: 'sgddt',
    accountPass: secret(),
    appCode: 'hoi-am',
    appPass: secret(),
    unit: 1,
    mailDomain: 'dien-tap.example',
    key,
    callbackUrl: `${CALLBACKS}/soap/voffice-callback/v1`,
  };
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}

/** What the app is to be told, so that it calls this e-office: settings by their names. */
export function appSettings(
  profile: Dialect,
  settings: SimulatorSettings,
  { url, directory }: { readonly url: string; readonly directory: string },
): Readonly<Record<string, string>> {
  if (profile === 'viettel-voffice') return settings.vOffice ? settingsOfSigning(settings.vOffice, url, directory) : {};
  const { department, hotline, username, password, callback } = settings;
  return {
    E_OFFICE_PROFILE: profile,
    E_OFFICE_URL: `${url}${profile === 'standard' ? '/eoffice/v1' : '/edoc'}`,
    E_OFFICE_USERNAME: username,
    E_OFFICE_PASSWORD: password,
    AGENCY_CODE: department.agencyCode,
    HOTLINE_CODE: hotline.agencyCode,
    ...(callback ? { CALLBACK_USERNAME: callback.username, CALLBACK_PASSWORD: callback.password } : {}),
  };
}

/** A configuration of somebody's own comes with a profile and a key of his own. */
function settingsOfSigning(account: VOfficeSettings, url: string, directory: string): Readonly<Record<string, string>> {
  const made = existsSync(profileFile(directory));
  return {
    SIGNING_PROFILE: made ? profileFile(directory) : 'viettel-voffice',
    ...(made ? { SIGNING_KEY_FILE: keyFile(directory) } : {}),
    SIGNING_URL: `${url}/voffice/Vo2AutoSignSystemImpl`,
    SIGNING_ACCOUNT: account.accountName,
    SIGNING_ACCOUNT_PASSWORD: account.accountPass,
    SIGNING_APP_CODE: account.appCode,
    SIGNING_APP_PASSWORD: account.appPass,
    SIGNING_ISSUE_UNIT: String(account.unit),
    SIGNING_MAIL_DOMAIN: account.mailDomain,
    CALLBACK_ADDRESSES: '127.0.0.1',
  };
}

/** @throws SyntaxError for what is no JSON */
export function readConfiguration(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
