import type { Environment } from './environment.js';

/** The directory by which people sign in. */
export interface DirectorySettings {
  readonly url: string;
  readonly caFile: string | undefined;
  readonly kind: Environment['LDAP_KIND'];
  readonly account: string;
  readonly password: string;
  readonly base: string;
  readonly peopleFilter: string | undefined;
  readonly requiredGroup: string | undefined;
  readonly timeoutMs: number;
}

/** @returns null where the app keeps its accounts itself */
export function directoryOf(values: Environment): DirectorySettings | null {
  const { LDAP_URL: url = '', LDAP_BIND_DN: account = '', LDAP_BASE: base = '' } = values;
  if (url === '') return null;
  return {
    url,
    caFile: values.LDAP_CA,
    kind: values.LDAP_KIND,
    account,
    password: values.LDAP_BIND_PASSWORD ?? '',
    base,
    peopleFilter: values.LDAP_PEOPLE_FILTER,
    requiredGroup: values.LDAP_REQUIRED_GROUP,
    timeoutMs: values.LDAP_TIMEOUT_SECONDS * 1000,
  };
}
