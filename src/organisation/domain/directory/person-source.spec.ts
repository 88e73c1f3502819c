import { rolesWithoutCode } from '../e-office-code.js';
import { changedFields, directoryFields, factsMark, typedFacts } from './person-source.js';
import { isExpired, temporaryPassword } from '../sign-in/temporary-password.js';

const PERSON = {
  fullName: 'Đỗ Quốc Khánh',
  honorific: 'Ông',
  position: 'Phó Giám đốc',
  unitId: 'ld',
  username: 'khanhdq',
  eOfficeCode: null,
  email: null,
  phone: '0225 3842 123',
};

describe('where the facts of a person come from', () => {
  it('are all ours where no directory knows the person', () => {
    expect(directoryFields({ directoryId: null }, { username: 'uid', fullName: 'cn' })).toEqual([]);
  });

  it('name, unit and account are the directory’s, and whatever an attribute brings besides', () => {
    const attributes = { username: 'uid', fullName: 'cn', email: 'mail' };
    const fields = directoryFields({ directoryId: 'guid' }, attributes);
    expect(fields).toEqual(['fullName', 'unitId', 'username', 'email']);
    const coded = { ...attributes, eOfficeCode: 'employeeNumber' };
    expect(directoryFields({ directoryId: 'guid' }, coded)).toContain('eOfficeCode');
  });

  it('one state of the facts has one mark, and any change another', () => {
    const before = typedFacts(PERSON);
    const after = { ...before, eOfficeCode: 'khanh.dq' };
    expect(changedFields(before, after)).toEqual(['eOfficeCode']);
    expect(factsMark({ ...before })).toBe(factsMark(before));
    expect(factsMark(after)).not.toBe(factsMark(before));
  });
});

describe('the code in the e-office', () => {
  const held = (roles: readonly ('leader' | 'registryClerk' | 'unitHead')[], eOfficeCode: string | null = null) =>
    rolesWithoutCode({ roles, eOfficeCode, active: true }, []);

  it('is missed by those who sign and seal, and by those who initial where the agency wants it', () => {
    expect([held(['leader']), held(['registryClerk']), held(['unitHead'])]).toEqual([
      ['leader'],
      ['registryClerk'],
      [],
    ]);
    expect(rolesWithoutCode({ roles: ['unitHead'], eOfficeCode: null, active: true }, ['unitHead'])).toEqual([
      'unitHead',
    ]);
  });

  it('is missed by nobody who has one or works here no more', () => {
    expect(held(['leader'], 'khanh.dq')).toEqual([]);
    expect(rolesWithoutCode({ roles: ['leader'], eOfficeCode: null, active: false }, [])).toEqual([]);
  });
});

describe('a temporary password', () => {
  it('is four groups of four that nobody misreads', () => {
    const draws: number[] = [];
    const password = temporaryPassword((below) => draws.push(below) % below);
    expect(password).toMatch(/^[a-hj-kmnp-z2-9]{4}(?:-[a-hj-kmnp-z2-9]{4}){3}$/u);
    expect(new Set(draws)).toEqual(new Set([31]));
  });

  it('ends at its moment; a password of one’s own does not', () => {
    const until = new Date('2026-03-25T02:00:00Z');
    expect(isExpired(until, new Date('2026-03-25T01:59:59Z'))).toBe(false);
    expect(isExpired(until, until)).toBe(true);
    expect(isExpired(null, until)).toBe(false);
  });
});
