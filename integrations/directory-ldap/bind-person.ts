import type { Options } from 'passport-ldapauth';
import type { DirectoryBar } from '../../src/organisation/ports/directory-login.port.js';
import { OWN_NAME } from './entry-facts.js';
import { tlsOptionsFor, type DirectoryConfig } from './directory-config.js';

/** What became of a person's name and password. */
export type Bind =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly why?: DirectoryBar }
  | { readonly kind: 'away'; readonly reason: string };

/** What passport-ldapauth says for each way of refusing, in our words; it reads the sub-codes of Active Directory. */
const SAYINGS = {
  invalidCredentials: 'wrong',
  userNotFound: 'wrong',
  noSuchObject: 'away',
  constraintViolation: 'locked',
  invalidLogonHours: 'wrong',
  invalidWorkstation: 'wrong',
  passwordExpired: 'passwordExpired',
  accountDisabled: 'disabled',
  accountExpired: 'expired',
  passwordMustChange: 'passwordExpired',
  accountLockedOut: 'locked',
} as const;

type Saying = (typeof SAYINGS)[keyof typeof SAYINGS];

/**
 * Binds as a person with a password: passport-ldapauth, of which a strategy is made for each time, because one that is shared gives a request the options of
 * another. It gets neither what was typed nor a distinguished name: ldapjs, which it stands on, sends escapes in a filter as they are, and loses a `\` in a name,
 * by which it would become the name of somebody else.
 *
 * @param only a filter that finds the person and nobody else, of plain signs
 * @param password never empty
 * @param end of the time for it
 */
export async function bindPerson(
  config: DirectoryConfig,
  only: string,
  password: string,
  end: AbortSignal,
): Promise<Bind> {
  // With ldapjs it takes some 3 MB, which an app without a directory does not need.
  const { default: LdapStrategy } = await import('passport-ldapauth');
  return new Promise((resolve) => {
    const strategy: Authenticates = Object.assign(new LdapStrategy(optionsFor(config, only, password, end), takeAll), {
      success: () => resolve({ kind: 'right' }),
      fail: (challenge: unknown) => resolve(refusal(challenge)),
      error: (error: unknown) => resolve({ kind: 'away', reason: reasonOf(error) }),
    });
    strategy.authenticate({}, SAYINGS);
  });
}

/** What a strategy is asked to do; it looks at no request of ours. */
interface Authenticates {
  authenticate(request: object, sayings: object): void;
}

function optionsFor(config: DirectoryConfig, only: string, password: string, end: AbortSignal): Options {
  const server = {
    url: config.url,
    bindDN: config.account,
    bindCredentials: config.password,
    searchBase: config.base,
    searchFilter: only,
    searchAttributes: [OWN_NAME[config.kind]],
    bindProperty: OWN_NAME[config.kind],
    tlsOptions: tlsOptionsFor(config, end),
    timeout: config.timeoutMs,
    connectTimeout: config.timeoutMs,
    reconnect: false,
  };
  // Never from the request: left to itself the library reads its address too, and a password in an address is written into logs.
  return { server, credentialsLookup: () => ({ username: 'person', password }) };
}

function takeAll(person: object, done: (error: null, person: object) => void): void {
  done(null, person);
}

function refusal(challenge: unknown): Bind {
  const said = isChallenge(challenge) ? challenge.message : 'away';
  if (said === 'away') return { kind: 'away', reason: 'the base is not there' };
  return said === 'wrong' ? { kind: 'wrong' } : { kind: 'wrong', why: said };
}

function isChallenge(challenge: unknown): challenge is { readonly message: Saying } {
  if (typeof challenge !== 'object' || challenge === null || !('message' in challenge)) return false;
  return Object.values<unknown>(SAYINGS).includes(challenge.message);
}

/** Name and code of a failure; its message may hold what was typed. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'refused';
  const code = 'code' in error ? String(error.code) : '';
  return code === '' ? error.name : `${error.name} ${code}`;
}
