import { LdapDirectoryLogin } from '../../integrations/directory-ldap/ldap-directory-login.js';
import { readDirectoryConfig, type DirectorySettings } from '../../integrations/directory-ldap/directory-config.js';
import type { DirectoryAnswer, DirectoryLogin } from '../../src/organisation/ports/directory-login.port.js';
import { renaming } from '../support/directory/ldif.js';
import { adGroup, adPerson, Samba } from '../support/directory/samba.js';
import { FixedClock } from '../support/fixed-clock.js';

const PASSWORD = 'mật khẩu (của Ngọc)';
const ODD = {
  ...adPerson('thang', 'Vũ Đức Thắng', 'x'),
  dn: `CN=Vũ Đức Thắng\\, \\"TP\\" \\\\ (GDTrH),${Samba.people}`,
};

const ENTRIES = [
  adPerson('ngoc', 'Nguyễn Thị Hồng Ngọc', PASSWORD),
  ODD,
  adPerson('le(van)an', 'Lê Văn An', 'x'),
  adPerson('tat', 'Trần Tắt', 'x', { userAccountControl: '514' }),
  adPerson('het', 'Ngô Hết', 'x', { accountExpires: '131000000000000000' }),
  adPerson('doi', 'Lý Đổi', 'x', { pwdLastSet: '0' }),
  adPerson('khoa', 'Bùi Khóa', 'x'),
  adGroup('Tổ (1)', [`CN=ngoc,${Samba.people}`]),
  adGroup('Vòng A', [`CN=Tổ (1),${Samba.people}`]),
  adGroup('Vòng B', [`CN=Vòng A,${Samba.people}`]),
  adGroup('Vào được', [`CN=Vòng B,${Samba.people}`]),
];

describe('signing in by Active Directory', () => {
  let samba: Samba;
  beforeAll(async () => {
    samba = await Samba.start(ENTRIES);
    // A ring: each of the two groups holds the other.
    await samba.change(
      `dn:: ${b64(`CN=Vòng A,${Samba.people}`)}\nchangetype: modify\nadd: member\nmember:: ${b64(`CN=Vòng B,${Samba.people}`)}\n`,
    );
  }, 180_000);
  afterAll(() => samba.close());

  function login(change: Partial<DirectorySettings> = {}): DirectoryLogin {
    const line = readDirectoryConfig({
      url: Samba.url,
      caFile: samba.ca,
      kind: 'ad',
      account: Samba.account,
      password: Samba.password,
      base: Samba.base,
      peopleFilter: undefined,
      requiredGroup: undefined,
      timeoutMs: 5000,
      ...change,
    });
    return new LdapDirectoryLogin(line, new FixedClock('2026-03-18T02:00:00Z'));
  }

  const known = (name: string): DirectoryAnswer => ({
    kind: 'known',
    directoryId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u) as string,
    name,
  });

  it.each([
    ['a name and its password', 'ngoc', PASSWORD, 'ngoc'],
    ['a name in capitals', 'NGOC', PASSWORD, 'ngoc'],
    ['somebody whose entry has commas, quotes, a backslash and parentheses in its name', 'thang', 'x', 'thang'],
    ['a name with parentheses', 'le(van)an', 'x', 'le(van)an'],
  ])('takes %s', async (_rule, username, password, name) => {
    expect(await login().check(username, password)).toEqual(known(name));
  });

  it.each([
    ['a wrong password', 'ngoc', 'sai', { kind: 'unknown' }],
    ['a name that nobody has', 'khong-ai', 'x', { kind: 'unknown' }],
    ['a computer', 'DC1$', 'x', { kind: 'unknown' }],
    ['somebody disabled', 'tat', 'x', { kind: 'barred', why: 'disabled' }],
    ['somebody whose account has ended', 'het', 'x', { kind: 'barred', why: 'expired' }],
    ['somebody who must change the password first', 'doi', 'x', { kind: 'barred', why: 'passwordExpired' }],
  ])('does not take %s', async (_rule, username, password, answer) => {
    expect(await login().check(username, password)).toEqual(answer);
  });

  it('does not take somebody whom three wrong passwords have locked, with the right one either', async () => {
    for (let tried = 0; tried < 3; tried += 1) await login().check('khoa', 'sai');
    expect(await login().check('khoa', 'x')).toEqual({ kind: 'barred', why: 'locked' });
  });

  it.each([
    ['belongs by groups in groups, a ring among them', 'ngoc', PASSWORD, 'known'],
    ['belongs to none', 'thang', 'x', 'barred'],
  ])('asks for a group: somebody %s', async (_rule, username, password, kind) => {
    const answer = await login({ requiredGroup: `CN=Vào được,${Samba.people}` }).check(username, password);
    expect(answer.kind).toBe(kind);
  });

  it('knows a person again who has another name and another place', async () => {
    const before = await login().check('le(van)an', 'x');
    await samba.change(renaming(`CN=le(van)an,${Samba.people}`, 'CN=Lê Thị An', `CN=Computers,${Samba.base}`));
    expect(await login().check('le(van)an', 'x')).toEqual(before);
  });

  it('takes the short form of our account', async () => {
    expect(await login({ account: 'SGDDT\\Administrator' }).check('ngoc', PASSWORD)).toEqual(known('ngoc'));
  });
});

function b64(text: string): string {
  return Buffer.from(text).toString('base64');
}
