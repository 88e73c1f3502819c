import { liesUnder } from './distinguished-name.js';
import { readAttributeMap, readUnitRules, unitCodeOf, wantedAttributes } from './sync-rules.js';

describe('a name of the directory', () => {
  it.each([
    ['in other letters and spaces', 'CN=An,OU=Văn phòng,DC=SGDDT,DC=LAN', 'ou=văn phòng, dc=sgddt, dc=lan', true],
    ['in decomposed letters', 'cn=An,ou=Văn phòng,dc=a'.normalize('NFD'), 'ou=Văn phòng,dc=a', true],
    ['with an escaped comma', String.raw`cn=A\, B,ou=X,dc=a`, 'ou=X,dc=a', true],
    ['escaped as bytes', String.raw`cn=A,ou=V\C4\83n,dc=a`, 'ou=Văn,dc=a', true],
    ['that only ends alike', 'cn=A,xou=X,dc=a', 'ou=X,dc=a', false],
    ['within the name of a person', String.raw`cn=ou\=X\,dc\=a,dc=b`, 'ou=X,dc=a', false],
    ['shorter than the place', 'dc=a', 'ou=X,dc=a', false],
    ['under nothing', 'dc=a', ' ', false],
  ])('%s', (_rule, name, place, expected) => {
    expect(liesUnder(name, place)).toBe(expected);
  });
});

describe('unit rules', () => {
  const rules = readUnitRules('ou=A,dc=x=>A; ou=B,ou=A,dc=x=>B; @department=Thanh tra=>TTR; @departmentNumber') ?? [];
  const codeOf = (directoryName: string, attributes: Record<string, string> = {}) =>
    unitCodeOf({ directoryId: 'i', directoryName, attributes, isDisabled: false }, rules);

  it.each([
    ['the deepest place', 'cn=1,ou=B,ou=A,dc=x', {}, 'B'],
    ['a value, whatever its letters', 'cn=1,ou=A,dc=x', { department: 'THANH TRA' }, 'TTR'],
    ['a code', 'cn=1,dc=x', { departmentnumber: 'GDTrH' }, 'GDTrH'],
    ['nothing', 'cn=1,dc=x', { department: 'Khác' }, null],
  ])('say %s', (_rule, name, attributes, code) => {
    expect(codeOf(name, attributes)).toBe(code);
  });

  it.each(['ou=A', '=>A', 'ou=A=>', '@=x=>A', '@department=x', '@department=>A', 'A=>B', 'ou=A=>B=>C'])(
    'are not read from %j',
    (text) => {
      expect(readUnitRules(text)).toBeNull();
    },
  );
});

describe('the map of attributes', () => {
  it('is read, and says with the rules what to ask for', () => {
    const attributes = readAttributeMap('username=sAMAccountName, fullName=displayName,position=title') ?? {};
    const units = readUnitRules('@department') ?? [];
    expect(wantedAttributes({ attributes, units, sharePercent: 10 })).toEqual([
      ...['samaccountname', 'displayname', 'title', 'department'],
    ]);
  });

  it.each([
    '',
    'username=uid',
    'username=uid,fullName=',
    'username=uid,fullName=cn,roles=memberOf',
    'username=uid,fullName=c n',
  ])('is not read from %j', (text) => {
    expect(readAttributeMap(text)).toBeNull();
  });
});
