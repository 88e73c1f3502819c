import { SMALL_DEPARTMENT } from '../set-up-by-pages.js';
import type { Entry } from './ldif.js';
import { Slapd } from './slapd.js';
import { personEntry } from './written-people.js';

/** The people of the small department as their directory has them: the unit's code in `departmentNumber`, that of the e-office in `employeeNumber`. */
export const DEPARTMENT_ENTRIES: readonly Entry[] = SMALL_DEPARTMENT.people.map(
  ({ username: uid, fullName, position: title, unit: departmentNumber, eOfficeCode }) =>
    personEntry({
      ...{ uid, fullName, password: directoryPassword(uid) },
      more: {
        ...{ title, departmentNumber, mail: `${uid}@hoi-am.example` },
        ...(eOfficeCode === undefined ? {} : { employeeNumber: eOfficeCode }),
      },
    }),
);

export function directoryPassword(uid: string): string {
  return `mật khẩu cơ quan của ${uid}`;
}

/** Lines of `.env` that lead to it. */
export function directoryLines(slapd: Slapd): Readonly<Record<string, string>> {
  return {
    ...{ LDAP_URL: slapd.url, LDAP_CA: slapd.ca, LDAP_KIND: 'openldap', LDAP_BASE: Slapd.people },
    ...{ LDAP_BIND_DN: Slapd.account, LDAP_BIND_PASSWORD: Slapd.password },
    LDAP_SYNC_ATTRIBUTES: 'username=uid,fullName=displayName,position=title,email=mail,eOfficeCode=employeeNumber',
    LDAP_SYNC_UNITS: '@departmentNumber',
  };
}
