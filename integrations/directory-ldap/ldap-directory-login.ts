import type { Client, Entry } from 'ldapts';
import type { Clock } from '../../src/kernel/clock.js';
import { DirectoryLogin, type DirectoryAnswer } from '../../src/organisation/ports/directory-login.port.js';
import { reasonBarred, STATE_ATTRIBUTES } from './account-state.js';
import { bindPerson, reasonOf } from './bind-person.js';
import { ACCOUNT, BINARY, factsOf, filterOfOne, IDENTITY, identityOf, OWN_NAME } from './entry-facts.js';
import { isMember } from './groups.js';
import { withDirectory, timeoutSignal, filterValue, type DirectoryConfig } from './directory-config.js';

/** What the directory says of a name, asked by our account. */
type Lookup =
  | Exclude<DirectoryAnswer, { kind: 'known' }>
  | { readonly kind: 'one'; readonly entryFilter: string; readonly directoryId: string; readonly name: string };

/** Signs people in by LDAP, with a new connection for each request. */
export class LdapDirectoryLogin extends DirectoryLogin {
  override readonly isOn: boolean;

  /** @param config null: no directory is set up */
  constructor(
    private readonly config: DirectoryConfig | null,
    private readonly clock: Clock,
  ) {
    super();
    this.isOn = config !== null;
  }

  override async check(username: string, password: string): Promise<DirectoryAnswer> {
    const { config } = this;
    if (config === null || username === '' || password === '') return { kind: 'unknown' };
    const deadline = timeoutSignal(config);
    const found = await this.find(config, username, deadline);
    if (found.kind !== 'one') return found;
    const bind = await bindPerson(config, found.entryFilter, password, deadline);
    if (bind.kind === 'away') return bind;
    if (bind.kind === 'wrong') return bind.why === undefined ? { kind: 'unknown' } : { kind: 'barred', why: bind.why };
    return { kind: 'known', directoryId: found.directoryId, name: found.name };
  }

  private async find(config: DirectoryConfig, username: string, deadline: AbortSignal): Promise<Lookup> {
    const filter = `(&${config.peopleFilter}(${ACCOUNT[config.kind]}=${filterValue(username)}))`;
    try {
      return await withDirectory(config, (client) => this.judge(client, config, filter), deadline);
    } catch (error) {
      return { kind: 'away', reason: reasonOf(error) };
    }
  }

  private async judge(client: Client, config: DirectoryConfig, filter: string): Promise<Lookup> {
    const { kind, base, requiredGroup } = config;
    const attributes = [IDENTITY[kind], ACCOUNT[kind], OWN_NAME[kind], ...BINARY[kind], ...STATE_ATTRIBUTES[kind]];
    const explicitBufferAttributes = [...BINARY[kind]];
    // Whatever the directory refers to elsewhere is not asked: only this one holds our account's password.
    const { searchEntries } = await client.search(base, { filter, attributes, explicitBufferAttributes });
    const [entry, ...others] = searchEntries;
    if (!entry) return { kind: 'unknown' };
    if (others.length > 0) return { kind: 'barred', why: 'duplicate' };
    const why = reasonBarred(kind, factsOf(entry), this.clock.now());
    if (why !== null) return { kind: 'barred', why };
    const isInside = requiredGroup === undefined || (await isMember(client, config, entry.dn, requiredGroup));
    return isInside ? identified(config, entry) : { kind: 'barred', why: 'notInGroup' };
  }
}

function identified({ kind }: DirectoryConfig, entry: Entry): Lookup {
  const directoryId = identityOf(kind, entry);
  const entryFilter = filterOfOne(kind, entry);
  const [name, ...others] = factsOf(entry).get(ACCOUNT[kind].toLowerCase()) ?? [];
  if (name === undefined || others.length > 0) return { kind: 'barred', why: 'duplicate' };
  if (directoryId === undefined || entryFilter === undefined || typeof entry[OWN_NAME[kind]] !== 'string') {
    return { kind: 'away', reason: `no ${IDENTITY[kind]} or ${OWN_NAME[kind]}` };
  }
  return { kind: 'one', entryFilter, directoryId, name: name.normalize('NFC') };
}
