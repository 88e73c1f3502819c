import { AndFilter, Client, Control, EqualityFilter, FilterParser, OrFilter, type Entry, type Filter } from 'ldapts';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import {
  StaffSource,
  type DirectoryPerson,
  type DirectoryReading,
  type ReadRequest,
} from '../../src/organisation/ports/staff-source.port.js';
import { IDENTITY, identityOf } from './entry-facts.js';
import type { DirectoryConfig } from './directory-config.js';
import { guidBytes } from './guid.js';
import { askedAttributes, modifiedAt, personOf } from './staff-entries.js';
import { staffFailure } from './staff-failure.js';

export type StaffDirectoryConfig = Omit<DirectoryConfig, 'requiredGroup'>;

/** Servers cap answers at 500 or 1,000 entries; pages stay below. */
const PAGE = 400;
const ASKED_AT_ONCE = 50;
const MAX_PEOPLE = 100_000;

/** OpenLDAP's times have whole seconds and the clocks of its servers differ, so changes shortly before the mark are read again. */
const OVERLAP_MS = 5 * 60_000;

/** Shows what was deleted in Active Directory. Source: MS-ADTS 3.1.1.3.4.1.14. */
const SHOW_DELETED = '1.2.840.113556.1.4.417';

/** Partitions of an Active Directory domain without people; a search over the whole domain always returns referrals to them. */
const OTHER_PARTITIONS = /\/(?:DC=(?:Forest|Domain)DnsZones|CN=Configuration)(?:,|%2C)/iu;

interface ServerState {
  /** Invocation id of the server whose USNs these are (MS-ADTS); empty for OpenLDAP. */
  readonly serial: string;
  readonly highest: string;
  readonly root: string;
}

/** Reads people of OpenLDAP or Active Directory page by page over TLS, and does not follow referrals to other servers. */
export class LdapStaffSource extends StaffSource {
  override readonly isOn = true;

  constructor(private readonly config: StaffDirectoryConfig) {
    super();
    if (!config.url.startsWith('ldaps://')) throw new RangeError('A directory is asked over ldaps:// only.');
  }

  override get place(): string {
    return `${this.config.url}, ${this.config.base}`;
  }

  override readAll(request: ReadRequest): Promise<DirectoryReading> {
    return this.within((client) => this.readWhole(client, request));
  }

  override readSince(mark: string, request: ReadRequest): Promise<DirectoryReading> {
    return this.within((client) =>
      this.config.kind === 'ad'
        ? this.changesOfDomain(client, mark, request)
        : this.changesByTime(client, mark, request),
    );
  }

  override stillThere(directoryIds: readonly string[]): Promise<readonly string[]> {
    return this.within(async (client) => {
      const there: string[] = [];
      for (let from = 0; from < directoryIds.length; from += ASKED_AT_ONCE) {
        const filters = directoryIds.slice(from, from + ASKED_AT_ONCE).map((id) => this.identityFilter(id));
        const filter = new AndFilter({
          filters: [FilterParser.parseString(this.config.peopleFilter), new OrFilter({ filters })],
        });
        const entries = await this.entries(client, { filter, attributes: [] });
        there.push(...entries.flatMap((entry) => identityOf(this.config.kind, entry) ?? []));
      }
      return there;
    });
  }

  private async readWhole(client: Client, request: ReadRequest): Promise<DirectoryReading> {
    const state = await this.stateOf(client);
    const entries = await this.entries(client, { filter: this.config.peopleFilter, ...request });
    return this.reading(entries, { complete: true, mark: this.markOf(state, entries, ''), deleted: [] });
  }

  private async changesOfDomain(client: Client, mark: string, request: ReadRequest): Promise<DirectoryReading> {
    const state = await this.stateOf(client);
    const [, serial, usn = ''] = /^(.+):(\d+)$/u.exec(mark) ?? [];
    if (serial !== state.serial) return this.readWhole(client, request);
    const since = `(uSNChanged>=${String(BigInt(usn) + 1n)})`;
    const entries = await this.entries(client, { filter: `(&${this.config.peopleFilter}${since})`, ...request });
    const gone = await this.entries(client, {
      filter: `(&(isDeleted=TRUE)${since})`,
      attributes: [],
      base: `CN=Deleted Objects,${state.root}`,
      control: new Control(SHOW_DELETED, { critical: true }),
    });
    const deleted = gone.flatMap((entry) => identityOf('ad', entry) ?? []);
    return this.reading(entries, { complete: false, mark: this.markOf(state, entries, mark), deleted });
  }

  private async changesByTime(client: Client, mark: string, request: ReadRequest): Promise<DirectoryReading> {
    const from = shortlyBefore(mark);
    if (from === null) return this.readWhole(client, request);
    const entries = await this.entries(client, {
      filter: `(&${this.config.peopleFilter}(modifyTimestamp>=${from}))`,
      ...request,
    });
    return this.reading(entries, { complete: false, mark: this.markOf(null, entries, mark), deleted: [] });
  }

  private reading(entries: readonly Entry[], facts: Omit<DirectoryReading, 'people'>): DirectoryReading {
    const people = entries.map((entry) => personOf(this.config.kind, entry));
    const known = people.filter((person): person is DirectoryPerson => person !== null);
    if (known.length < people.length) {
      throw new OutsideRefused(
        'identity',
        'Tài khoản trong LDAP_BIND_DN không được đọc mã của người trong thư mục (entryUUID hoặc objectGUID). Chưa đổi gì.',
      );
    }
    return { ...facts, people: known };
  }

  /** The server's change counter, read before the people, so that no change between the two reads is missed. */
  private async stateOf(client: Client): Promise<ServerState> {
    if (this.config.kind !== 'ad') return { serial: '', highest: '', root: '' };
    const asked = ['dsServiceName', 'highestCommittedUSN', 'defaultNamingContext'];
    const [root] = (await client.search('', { scope: 'base', attributes: asked })).searchEntries;
    const service = textOf(root?.['dsServiceName']);
    const [settings] = (
      await client.search(service, {
        scope: 'base',
        attributes: ['invocationId'],
        explicitBufferAttributes: ['invocationId'],
      })
    ).searchEntries;
    const [invocation] = [settings?.['invocationId']].flat();
    return {
      serial: Buffer.isBuffer(invocation) ? invocation.toString('hex') : service,
      highest: textOf(root?.['highestCommittedUSN']),
      root: textOf(root?.['defaultNamingContext']),
    };
  }

  private markOf(state: ServerState | null, entries: readonly Entry[], before: string): string | null {
    if (this.config.kind === 'ad')
      return state === null || state.highest === '' ? null : `${state.serial}:${state.highest}`;
    const latest = entries.map(modifiedAt).reduce((one, other) => (one > other ? one : other), before);
    return latest === '' ? null : latest;
  }

  private identityFilter(id: string): Filter {
    return this.config.kind === 'ad'
      ? new EqualityFilter({ attribute: IDENTITY.ad, value: guidBytes(id) })
      : new EqualityFilter({ attribute: IDENTITY.openldap, value: id });
  }

  private async entries(
    client: Client,
    request: {
      readonly filter: string | Filter;
      readonly attributes: readonly string[];
      readonly base?: string;
      readonly control?: Control;
      onPage?(seen: number): Promise<void>;
    },
  ): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    const pages = client.searchPaginated(
      request.base ?? this.config.base,
      {
        scope: 'sub',
        filter: request.filter,
        paged: { pageSize: PAGE },
        attributes: askedAttributes(this.config.kind, request.attributes),
        explicitBufferAttributes: [IDENTITY.ad],
      },
      request.control,
    );
    for await (const { searchEntries, searchReferences } of pages) {
      requireOwn(searchReferences);
      entries.push(...searchEntries);
      if (entries.length > MAX_PEOPLE) throw new OutsideRefused('many', 'Thư mục trả về quá nhiều người. Chưa đổi gì.');
      await request.onPage?.(entries.length);
    }
    return entries;
  }

  private async within<Answer>(work: (client: Client) => Promise<Answer>): Promise<Answer> {
    const { url, ca, timeoutMs, account, password } = this.config;
    const tlsOptions = { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) };
    const client = new Client({ url, timeout: timeoutMs, connectTimeout: timeoutMs, tlsOptions });
    try {
      await client.bind(account, password);
      return await work(client);
    } catch (error) {
      throw staffFailure(error);
    } finally {
      await client.unbind().catch(() => undefined);
    }
  }
}

function requireOwn(references: readonly string[]): void {
  if (references.every((reference) => OTHER_PARTITIONS.test(reference))) return;
  throw new OutsideRefused(
    'referral',
    'Thư mục chỉ sang máy chủ khác cho một phần danh sách; phần mềm không đi theo. Chưa đổi gì.',
  );
}

/** A generalized time such as `20260318020000Z`, less the overlap; null for other text. */
function shortlyBefore(mark: string): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/u.exec(mark) ?? [];
  if (second === undefined) return null;
  const moment = Date.parse(
    `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${second}Z`,
  );
  return `${new Date(moment - OVERLAP_MS).toISOString().replace(/[-:T]|\.\d+Z/gu, '')}Z`;
}

function textOf(value: Entry[string] | undefined): string {
  const [first] = [value ?? ''].flat();
  return typeof first === 'string' ? first : '';
}
