import { readFileSync } from 'node:fs';
import { createSecureContext, type ConnectionOptions } from 'node:tls';
import { Client, FilterParser } from 'ldapts';

/** How a directory is built: which attributes tell what, and how groups nest. */
export type DirectoryKind = 'openldap' | 'ad';

/** How to reach and read a directory, as configured. */
export interface DirectorySettings {
  /** `ldaps://dc1.sgddt.lan:636`; nothing else, because the library that signs people in sends our password before StartTLS has secured the connection. */
  readonly url: string;
  /** Path of a PEM file of certificate authorities, used in place of the system's to check its certificate. */
  readonly caFile: string | undefined;
  readonly kind: DirectoryKind;
  /** DN of the account with which we search. */
  readonly account: string;
  readonly password: string;
  /** DN below which people are searched for. */
  readonly base: string;
  /** Filter for entries that are people; undefined: the default of the kind. */
  readonly peopleFilter: string | undefined;
  /** DN of the group that a person must belong to, directly or through other groups, to sign in; undefined: none. */
  readonly requiredGroup: string | undefined;
  readonly timeoutMs: number;
}

/** The settings with defaults applied and the CA file read. */
export interface DirectoryConfig extends Omit<DirectorySettings, 'caFile' | 'peopleFilter'> {
  readonly ca: string | undefined;
  readonly peopleFilter: string;
}

/** A setting is wrong; the Vietnamese message says which variable and why. */
export class DirectoryConfigError extends Error {}

const USUAL_PEOPLE: Readonly<Record<DirectoryKind, string>> = {
  openldap: '(objectClass=person)',
  // In Active Directory computers have the class person as well.
  ad: '(&(objectCategory=person)(objectClass=user))',
};

/** Reads the CA file and checks the people filter. @throws DirectoryConfigError */
export function readDirectoryConfig(settings: DirectorySettings): DirectoryConfig {
  const { caFile, ...config } = settings;
  const peopleFilter = settings.peopleFilter ?? USUAL_PEOPLE[settings.kind];
  requireFilter(peopleFilter);
  return { ...config, peopleFilter, ca: caFile === undefined ? undefined : authoritiesOf(caFile) };
}

/**
 * Options of every connection: certificate and host name are always checked, and the signal closes a connection that hangs.
 *
 * @param end not cancelled after success either, so that no socket stays open
 */
export function tlsOptionsFor(
  { ca }: DirectoryConfig,
  end: AbortSignal,
): ConnectionOptions & { readonly signal: AbortSignal } {
  return { ...(ca === undefined ? {} : { ca }), rejectUnauthorized: true, minVersion: 'TLSv1.2', signal: end };
}

/** Aborts after the time that one request, or several together, may take. */
export function timeoutSignal({ timeoutMs }: DirectoryConfig): AbortSignal {
  return AbortSignal.timeout(timeoutMs);
}

/**
 * Runs `work` on a new connection, bound with our account and closed afterwards. Connections are not reused: one may have died in an outage.
 *
 * @param end aborts the whole run
 * @throws the errors of ldapts; after an abort, the error of the closed connection
 */
export async function withDirectory<Answer>(
  config: DirectoryConfig,
  work: (client: Client) => Promise<Answer>,
  end: AbortSignal = timeoutSignal(config),
): Promise<Answer> {
  const client = new Client({
    url: config.url,
    tlsOptions: tlsOptionsFor(config, end),
    timeout: config.timeoutMs,
    connectTimeout: config.timeoutMs,
    strictDN: false,
  });
  try {
    await client.bind(config.account, config.password);
    return await work(client);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/**
 * Escapes a value for an LDAP filter (RFC 4515). Letters beyond ASCII stay as they are, because ldapts reads `\xx` as a character, not as a byte.
 */
export function filterValue(text: string): string {
  return text.replace(/[^\w.@\u0080-\u{10ffff}-]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function requireFilter(filter: string): void {
  try {
    FilterParser.parseString(filter);
  } catch (cause) {
    throw new DirectoryConfigError('LDAP_PEOPLE_FILTER không phải là bộ lọc LDAP, ví dụ (objectClass=person)', {
      cause,
    });
  }
}

function authoritiesOf(path: string): string {
  let ca: string;
  try {
    ca = readFileSync(path, 'utf8');
    createSecureContext({ ca });
  } catch (cause) {
    throw new DirectoryConfigError(`LDAP_CA: không đọc được chứng thư PEM trong tệp ${path}`, { cause });
  }
  if (ca.includes('-----BEGIN CERTIFICATE-----')) return ca;
  throw new DirectoryConfigError(`LDAP_CA: tệp ${path} không có chứng thư PEM`);
}
