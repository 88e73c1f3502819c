import type { DirectoryPerson, DirectoryReading } from './directory-person.js';
import type { StaffMember } from './sync-line.js';
import { planSync, type SyncPlan } from './sync-plan.js';
import type { SyncRules } from './sync-rules.js';
import { worded } from './sync-words.js';

const UNITS = [
  { id: 'u-vp', code: 'VP', name: 'Văn phòng Sở' },
  { id: 'u-th', code: 'GDTrH', name: 'Phòng Giáo dục Trung học' },
];

export const RULES: SyncRules = {
  attributes: { username: 'uid', fullName: 'cn', position: 'title', email: 'mail', phone: 'telephoneNumber' },
  units: [
    { kind: 'place', place: 'ou=Van phong,dc=sgddt', unitCode: 'VP' },
    { kind: 'place', place: 'ou=Trung hoc,dc=sgddt', unitCode: 'GDTrH' },
  ],
  sharePercent: 10,
};

export const OFFICE = 'ou=Van phong,dc=sgddt';
export const SECONDARY = 'ou=Trung hoc,dc=sgddt';

export function person(
  id: string,
  more: { ou?: string; isDisabled?: boolean; attributes?: Record<string, string> } = {},
): DirectoryPerson {
  const attributes = { uid: `u.${id}`, cn: `Trần Văn ${id}`, title: 'Chuyên viên', ...more.attributes };
  return {
    directoryId: `id-${id}`,
    directoryName: `uid=u.${id},${more.ou ?? OFFICE}`,
    attributes,
    isDisabled: more.isDisabled ?? false,
  };
}

/** As a run would have made of `person(id)`. */
export function member(id: string, more: Partial<StaffMember> = {}): StaffMember {
  return {
    id: `s-${id}`,
    username: `u.${id}`,
    fullName: `Trần Văn ${id}`,
    honorific: 'Ông',
    position: 'Chuyên viên',
    ...{
      email: null,
      phone: null,
      eOfficeCode: null,
      unitId: 'u-vp',
      directoryName: `uid=u.${id},${OFFICE}`,
      directoryId: `id-${id}`,
    },
    roles: [],
    active: true,
    hasPassword: false,
    administersOn: false,
    leftAt: null,
    ...more,
  };
}

export function plan(
  staff: readonly StaffMember[],
  people: readonly DirectoryPerson[],
  reading: Partial<DirectoryReading> = {},
  rules: SyncRules = RULES,
): SyncPlan {
  const whole = { people, complete: true, mark: null, deleted: [], ...reading };
  return planSync({ staff, units: UNITS, rules, reading: whole });
}

export const sentences = (made: SyncPlan): readonly string[] => made.lines.map((line) => worded(line).sentence);
