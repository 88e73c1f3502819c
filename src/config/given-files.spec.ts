import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireGivenFiles } from './given-files.js';
import { readSettings, SettingsError } from './settings.js';

/** Variables whose sentence in .env.example begins with "Tệp": so that a new one is tested without being listed. */
const FILES = [
  ...readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').matchAll(/^# (Tệp .+)\n#? ?([A-Z_]+)=/gmu),
].map(([, sentence = '', name = '']) => ({ name, isPem: /^Tệp PEM/u.test(sentence) }));

/** So that each file is one that somebody will read. */
const AROUND = {
  LDAP_URL: 'ldaps://dc1.example',
  LDAP_BIND_DN: 'cn=a',
  LDAP_BASE: 'dc=b',
  LDAP_BIND_PASSWORD: 'c',
  SIGNING_APP_CODE: 'a',
  SIGNING_APP_PASSWORD: 'b',
  SIGNING_ISSUE_UNIT: '1',
};

function messageOf(env: Readonly<Record<string, string>>): string {
  try {
    requireGivenFiles(readSettings({ ...AROUND, ...env }));
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('files that settings name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-tep-'));
  const broken = join(folder, 'hong.pem');
  writeFileSync(broken, '-----BEGIN CERTIFICATE-----\nkhông phải\n-----END CERTIFICATE-----\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of which .env.example says so', () => {
    expect(FILES.map(({ name }) => name).sort()).toEqual([
      ...['E_OFFICE_CA', 'E_OFFICE_CLIENT_CERT', 'E_OFFICE_CLIENT_KEY', 'E_OFFICE_CLIENT_PFX', 'E_OFFICE_PEER_CERT'],
      ...['E_OFFICE_SIGNING_CERT', 'E_OFFICE_SIGNING_KEY', 'FILES_CA', 'LDAP_CA', 'SIGNING_KEY_FILE', 'TRUST_ANCHORS'],
    ]);
  });

  it.each(FILES)('stop the start with a sentence that names $name', ({ name, isPem }) => {
    expect(messageOf({ [name]: join(folder, 'khong-co') })).toMatch(
      new RegExp(`^Biến ${name} không hợp lệ: không đọc được tệp .+khong-co; .+\\.$`, 'u'),
    );
    if (isPem) expect(messageOf({ [name]: broken })).toMatch(new RegExp(`^Biến ${name} không hợp lệ: tệp .+PEM`, 'u'));
  });

  it('stop the start with a sentence that names the folder of files that is not mounted', () => {
    expect(messageOf({ HOI_AM_FILES: join(folder, 'chua-gan') })).toContain(
      `không có thư mục ${join(folder, 'chua-gan')}`,
    );
    expect(messageOf({ HOI_AM_FILES: folder })).toBe('');
  });

  it('are told all at once', () => {
    expect(messageOf(Object.fromEntries(FILES.map(({ name }) => [name, '/khong/co']))).split('\n')).toHaveLength(
      FILES.length,
    );
  });
});
