import { readFileSync } from 'node:fs';
import { LdapStaffSource, type StaffDirectoryConfig } from '../../integrations/directory-ldap/ldap-staff-source.js';
import type { DirectoryPerson, DirectoryReading } from '../../src/organisation/domain/directory/directory-person.js';
import { adPerson, Samba } from '../support/directory/samba.js';

const ATTRIBUTES = ['samaccountname', 'displayname'];
const DIVISION = `OU=Phong Trung hoc,${Samba.base}`;

/** Each step follows the one before. */
describe('staff and an Active Directory', () => {
  let samba: Samba;
  let source: LdapStaffSource;
  let mark = '';
  const ids = new Map<string, string>();

  beforeAll(async () => {
    samba = await Samba.start([
      { dn: DIVISION, attributes: { objectClass: 'organizationalUnit', ou: 'Phong Trung hoc' } },
      ...['an', 'binh', 'chi', 'dung', 'yen'].map((account) => adPerson(account, `Nguyễn Văn ${account}`)),
    ]);
    source = new LdapStaffSource(lineTo(samba));
  }, 300_000);
  afterAll(() => samba.close());

  const wish = { attributes: ATTRIBUTES, onPage: () => Promise.resolve() };
  const named = ({ people }: DirectoryReading, account: string): DirectoryPerson | undefined =>
    people.find(({ directoryId }) => directoryId === ids.get(account));

  it('is read whole, each person with an identity of their own, and gives a mark of that server', async () => {
    const reading = await source.readAll(wish);
    for (const { directoryId, attributes } of reading.people) ids.set(attributes['samaccountname'] ?? '', directoryId);
    expect(reading).toMatchObject({
      complete: true,
      deleted: [],
      mark: expect.stringMatching(/^[0-9a-f]{32}:\d+$/u) as string,
    });
    expect(ids.get('an')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
    expect(named(reading, 'an')).toMatchObject({ isDisabled: false, attributes: { displayname: 'Nguyễn Văn an' } });
    mark = reading.mark ?? '';
  });

  it('knows a person through another name, another place and another state, and names who was deleted', async () => {
    await samba.change(
      `dn: CN=an,${Samba.people}\nchangetype: modrdn\nnewrdn: CN=an moi\ndeleteoldrdn: 1\nnewsuperior: ${DIVISION}\n`,
      `\ndn: CN=binh,${Samba.people}\nchangetype: modify\nreplace: displayName\ndisplayName: Trần Thị Bình\n`,
      `\ndn: CN=chi,${Samba.people}\nchangetype: modify\nreplace: userAccountControl\nuserAccountControl: 514\n`,
      `\ndn: CN=dung,${Samba.people}\nchangetype: delete\n`,
    );
    const reading = await source.readSince(mark, wish);
    expect(named(reading, 'an')?.directoryName).toBe(`CN=an moi,${DIVISION}`);
    expect(named(reading, 'binh')?.attributes['displayname']).toBe('Trần Thị Bình');
    expect(named(reading, 'chi')?.isDisabled).toBe(true);
    expect(named(reading, 'yen')).toBeUndefined();
    expect(reading).toMatchObject({ complete: false, deleted: [ids.get('dung')] });
    mark = reading.mark ?? '';
  });

  it('has nothing more to say after that, and says everything where the mark is of another server', async () => {
    expect(await source.readSince(mark, wish)).toMatchObject({ people: [], deleted: [], complete: false });
    const other = await source.readSince(mark.replace(/^../u, 'zz'), wish);
    expect(other.complete).toBe(true);
    expect(named(other, 'yen')).toBeDefined();
  });

  it('says of identities whether they are still there', async () => {
    const asked = ['an', 'dung', 'yen'].map((account) => ids.get(account) ?? '');
    expect([...(await source.stillThere(asked))].sort()).toEqual([ids.get('an'), ids.get('yen')].sort());
  });
});

function lineTo(samba: Samba): StaffDirectoryConfig {
  return {
    ...{ url: Samba.url, ca: readFileSync(samba.ca, 'utf8'), account: Samba.account, password: Samba.password },
    ...{
      base: Samba.base,
      peopleFilter: '(&(objectCategory=person)(objectClass=user))',
      kind: 'ad',
      timeoutMs: 20_000,
    },
  };
}
