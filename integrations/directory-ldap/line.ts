import { readFileSync } from 'node:fs';
import { createSecureContext, type ConnectionOptions } from 'node:tls';
import { Client, FilterParser } from 'ldapts';

/** How a directory is built: which attributes tell what, and how groups nest. */
export type DirectoryKind = 'openldap' | 'ad';

/** What is set for the line to a directory. */
export interface DirectorySettings {
  /** `ldaps://dc1.sgddt.lan:636`; nothing else, because StartTLS of the library that signs people in sends our password before the line is secured. */
  readonly url: string;
  /** Path of the authorities (PEM) that its certificate is held against, in place of the system's. */
  readonly caFile: string | undefined;
  readonly kind: DirectoryKind;
  /** The account by which we ask. */
  readonly account: string;
  readonly password: string;
  /** Below it are the people. */
  readonly base: string;
  /** Which entries are people; undefined: as is usual for the kind. */
  readonly peopleFilter: string | undefined;
  /** DN of the group that a person must belong to, directly or through other groups, to sign in; undefined: none. */
  readonly requiredGroup: string | undefined;
  readonly timeoutMs: number;
}

/** The line to a directory, its file read. */
export interface DirectoryLine extends Omit<DirectorySettings, 'caFile' | 'peopleFilter'> {
  readonly ca: string | undefined;
  readonly peopleFilter: string;
}

/** The line cannot be used as it is set; the sentence, in Vietnamese, says which variable and why. */
export class DirectoryLineError extends Error {}

const USUAL_PEOPLE: Readonly<Record<DirectoryKind, string>> = {
  openldap: '(objectClass=person)',
  // Computers are people too for an Active Directory, by their class.
  ad: '(&(objectCategory=person)(objectClass=user))',
};

/** Reads the file and looks over the rest. @throws DirectoryLineError */
export function readDirectoryLine(settings: DirectorySettings): DirectoryLine {
  const { caFile, ...line } = settings;
  const peopleFilter = settings.peopleFilter ?? USUAL_PEOPLE[settings.kind];
  requireFilter(peopleFilter);
  return { ...line, peopleFilter, ca: caFile === undefined ? undefined : authoritiesOf(caFile) };
}

/**
 * What every connection is made with: the certificate is always looked at, its name too, and whatever hangs is cut off when the time is over.
 *
 * @param end the end of the time; it is not called off, so that nothing is left open afterwards
 */
export function securedBy(
  { ca }: DirectoryLine,
  end: AbortSignal,
): ConnectionOptions & { readonly signal: AbortSignal } {
  return { ...(ca === undefined ? {} : { ca }), rejectUnauthorized: true, minVersion: 'TLSv1.2', signal: end };
}

/** The end of the time that one question, or several together, may take. */
export function endOf({ timeoutMs }: DirectoryLine): AbortSignal {
  return AbortSignal.timeout(timeoutMs);
}

/**
 * Asks the directory by our account, on a connection of its own that is closed afterwards: none is kept that an outage could spoil.
 *
 * @param end of the time for everything together
 * @throws what ldapts throws; when the time is over, the failure of the connection that was cut
 */
export async function askDirectory<Answer>(
  line: DirectoryLine,
  work: (client: Client) => Promise<Answer>,
  end: AbortSignal = endOf(line),
): Promise<Answer> {
  const client = new Client({
    url: line.url,
    tlsOptions: securedBy(line, end),
    timeout: line.timeoutMs,
    connectTimeout: line.timeoutMs,
    strictDN: false,
  });
  try {
    await client.bind(line.account, line.password);
    return await work(client);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/**
 * A value within a filter for ldapts, so that nothing in it means anything. Letters beyond ASCII stay as they are: the library takes `\xx` for a sign rather than
 * for a byte.
 */
export function filterValue(text: string): string {
  return text.replace(/[^\w.@\u0080-\u{10ffff}-]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function requireFilter(filter: string): void {
  try {
    FilterParser.parseString(filter);
  } catch (cause) {
    throw new DirectoryLineError('LDAP_PEOPLE_FILTER không phải là bộ lọc LDAP, ví dụ (objectClass=person)', { cause });
  }
}

function authoritiesOf(path: string): string {
  let ca: string;
  try {
    ca = readFileSync(path, 'utf8');
    createSecureContext({ ca });
  } catch (cause) {
    throw new DirectoryLineError(`LDAP_CA: không đọc được chứng thư PEM trong tệp ${path}`, { cause });
  }
  if (ca.includes('-----BEGIN CERTIFICATE-----')) return ca;
  throw new DirectoryLineError(`LDAP_CA: tệp ${path} không có chứng thư PEM`);
}
