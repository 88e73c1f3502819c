import { dnValue, type Entry } from './ldif.js';
import { Slapd } from './slapd.js';

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Đào',
  'Đoàn',
];
const MIDDLE = ['Thị', 'Văn', 'Đức', 'Minh', 'Thị Hồng', 'Quốc', 'Ngọc', 'Hữu', 'Thanh', 'Xuân', 'Mạnh'];
const GIVEN = [
  'An',
  'Bình',
  'Chí',
  'Dũng',
  'Đạt',
  'Giang',
  'Hằng',
  'Khánh',
  'Lực',
  'Mỹ',
  'Nguyệt',
  'Phượng',
  'Quý',
  'Thắng',
  'Tuệ',
  'Uyên',
  'Vượng',
  'Yến',
];

/** One person of a directory that a test writes. */
export interface WrittenPerson {
  readonly uid: string;
  readonly fullName: string;
  readonly password?: string;
  /** What the directory calls the person; left out, the full name and, in parentheses, the account. */
  readonly commonName?: string;
  readonly more?: Entry['attributes'];
}

/** A person as an entry of OpenLDAP, below the people's place or another one. */
export function personEntry({ uid, fullName, password, commonName, more }: WrittenPerson, below = Slapd.people): Entry {
  const cn = commonName ?? `${fullName} (${uid})`;
  return {
    dn: `cn=${dnValue(cn)},${below}`,
    attributes: {
      objectClass: ['inetOrgPerson', 'shadowAccount'],
      cn,
      sn: fullName.split(' ')[0] ?? fullName,
      displayName: fullName,
      uid,
      ...(password === undefined ? {} : { userPassword: password }),
      ...more,
    },
  };
}

/** As many people as are wanted, with names as people here have them; the same ones each time: `cb00001`, `cb00002`, … */
export function writtenPeople(count: number): readonly WrittenPerson[] {
  return Array.from({ length: count }, (_empty, index) => {
    const pick = (names: readonly string[], step: number): string => names[(index * step) % names.length] ?? '';
    const uid = `cb${String(index + 1).padStart(5, '0')}`;
    const fullName = `${pick(FAMILY, 1)} ${pick(MIDDLE, 3)} ${pick(GIVEN, 5)}`;
    return { uid, fullName, more: { mail: `${uid}@haiphong.example` } };
  });
}

/** A group of entries, or of groups. */
export function groupEntry(name: string, members: readonly string[]): Entry {
  return {
    dn: `cn=${dnValue(name)},${Slapd.groups}`,
    attributes: { objectClass: 'groupOfNames', cn: name, member: members },
  };
}
