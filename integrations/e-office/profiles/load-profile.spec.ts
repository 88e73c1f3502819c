import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRANSPORT_ABILITIES } from '../../../src/exchange/ports/message-transport.port.js';
import { SpoolFolder } from '../../../src/platform/spool/spool.js';
import { SystemClock } from '../../../src/platform/system-clock.js';
import { SIGNING_ABILITIES } from '../../../src/signing/ports/signing-desk.port.js';
import { connectEOffice } from './connect.js';
import { loadProfile, profileNames, standardProfile } from './load-profile.js';
import { transportAbilities, signingAbilities } from './profile.js';

const LINE = {
  endpoint: 'http://127.0.0.1:9/',
  username: 'a',
  password: 'b',
  timeoutMs: 10,
  agencyCode: '000.00.03.H24',
  workDirectory: tmpdir(),
  application: { appCode: 'a', appPass: 'b', sender: 'c', issueUnit: 1, mailDomain: undefined, key: aPublicKey() },
  spools: SpoolFolder.ofSystem(),
};

function aPublicKey(): Buffer {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }));
}

describe('profiles of e-offices', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'ho-so-'));
  });

  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  /** @returns the path of a profile like the standard one, but for what is given */
  function written(changes: object): string {
    const path = join(directory, 'profile.json');
    const text = readFileSync(join(import.meta.dirname, 'standard', 'profile.json'), 'utf8');
    writeFileSync(path, JSON.stringify({ ...(JSON.parse(text) as object), ...changes }));
    return path;
  }

  it.each(profileNames())('%s holds, bears the name of its folder and can be connected', (name) => {
    const profile = loadProfile(name);
    expect(profile.name).toBe(name);
    const connection = connectEOffice(profile, LINE, new SystemClock());
    expect(connection.transport.abilities.size + connection.signingDesk.abilities.size).toBeGreaterThan(0);
    connection.close();
  });

  it('the standard one offers everything', () => {
    expect([...transportAbilities(standardProfile())]).toEqual(TRANSPORT_ABILITIES);
    expect([...signingAbilities(standardProfile())]).toEqual(SIGNING_ABILITIES);
  });

  it('offers only what has all of its operations', () => {
    const profile = loadProfile(written({ operations: { ListPending: 'x', SendMessage: 'y' } }));
    expect([...transportAbilities(profile)]).toEqual(['send']);
    expect([...signingAbilities(profile)]).toEqual([]);
  });

  it.each([
    [
      'names what there is when the name is unknown',
      () => 'khong-co',
      /không có hồ sơ "khong-co"; hãy chọn .*standard/u,
    ],
    ['says where a file is wrong', () => written({ title: '', callback: 'x' }), /sai ở: title, callback/u],
    ['knows no field that is none', () => written({ password: 'x' }), /password/u],
    ['says that there is no file', () => join(directory, 'khong-co.json'), /không đọc được hồ sơ/u],
  ])('%s', (_what, named, message) => {
    expect(() => loadProfile(named())).toThrow(message);
  });
});
