import type { Client } from 'ldapts';
import { filterValue, type DirectoryConfig } from './directory-config.js';

/** Limits of the walk through nested groups; beyond them the answer is no. */
const MAX_DEPTH = 12;
const MAX_GROUPS = 2000;
/** Names in one search filter. */
const BATCH = 50;
/** Requests no attributes. Source: RFC 4511, 4.5.1.8. */
const NO_ATTRIBUTES = ['1.1'];

/** LDAP_MATCHING_RULE_IN_CHAIN: Active Directory resolves nested groups itself, also where they form a cycle. */
const IN_CHAIN = '1.2.840.113556.1.4.1941';

/**
 * Whether an entry belongs to a group, directly or through nested groups. A cycle is walked once; beyond the limits above the answer is no.
 *
 * @param dn of the entry, as the directory writes it
 * @throws the errors of ldapts, also where the group does not exist
 */
export function isMember(client: Client, config: DirectoryConfig, dn: string, group: string): Promise<boolean> {
  return config.kind === 'ad' ? isMemberByChain(client, dn, group) : isMemberByWalk(client, config, dn, group);
}

async function isMemberByChain(client: Client, dn: string, group: string): Promise<boolean> {
  const filter = `(memberOf:${IN_CHAIN}:=${filterValue(group)})`;
  const { searchEntries } = await client.search(dn, { scope: 'base', filter, attributes: NO_ATTRIBUTES });
  return searchEntries.length > 0;
}

/** Walks up from the entry to its groups, then to their groups, level by level. The directory compares the DNs, because its matching rules decide. */
async function isMemberByWalk(client: Client, config: DirectoryConfig, dn: string, group: string): Promise<boolean> {
  const seen = new Set([dn]);
  let level = [dn];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && seen.size <= MAX_GROUPS; depth += 1) {
    const above: string[] = [];
    for (let from = 0; from < level.length; from += BATCH) {
      const filter = hasMemberAmong(level.slice(from, from + BATCH));
      const named = await client.search(group, { scope: 'base', filter, attributes: NO_ATTRIBUTES });
      if (named.searchEntries.length > 0) return true;
      const { searchEntries } = await client.search(config.base, { scope: 'sub', filter, attributes: NO_ATTRIBUTES });
      above.push(...searchEntries.map((entry) => entry.dn));
    }
    level = [...new Set(above)].filter((one) => !seen.has(one));
    for (const one of level) seen.add(one);
  }
  return false;
}

function hasMemberAmong(names: readonly string[]): string {
  const members = names.map((name) => filterValue(name)).map((value) => `(member=${value})(uniqueMember=${value})`);
  return `(|${members.join('')})`;
}
