import type { Client } from 'ldapts';
import { filterValue, type DirectoryLine } from './line.js';

/** How deep groups may lie in each other, and how many are followed, before nobody is found to belong. */
const MAX_DEPTH = 12;
const MAX_GROUPS = 2000;
/** In one question. */
const BATCH = 50;

/** LDAP_MATCHING_RULE_IN_CHAIN: Active Directory follows groups in groups by itself, and rings once. */
const IN_CHAIN = '1.2.840.113556.1.4.1941';

/**
 * Whether an entry belongs to a group, by itself or by groups in groups. Rings are walked once, and what lies too deep or is too much belongs to nobody.
 *
 * @param dn of the entry, as the directory writes it
 * @throws what ldapts throws, also where the group is not there
 */
export function belongs(client: Client, line: DirectoryLine, dn: string, group: string): Promise<boolean> {
  return line.kind === 'ad' ? isInChain(client, dn, group) : isFoundUpwards(client, line, dn, group);
}

async function isInChain(client: Client, dn: string, group: string): Promise<boolean> {
  const filter = `(memberOf:${IN_CHAIN}:=${filterValue(group)})`;
  const { searchEntries } = await client.search(dn, { scope: 'base', filter, attributes: ['1.1'] });
  return searchEntries.length > 0;
}

/** From the entry to the groups that name it, to the groups that name those; the directory compares names, not we. */
async function isFoundUpwards(client: Client, line: DirectoryLine, dn: string, group: string): Promise<boolean> {
  const seen = new Set([dn]);
  let level = [dn];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && seen.size <= MAX_GROUPS; depth += 1) {
    const above: string[] = [];
    for (let from = 0; from < level.length; from += BATCH) {
      const filter = namesOneOf(level.slice(from, from + BATCH));
      const named = await client.search(group, { scope: 'base', filter, attributes: ['1.1'] });
      if (named.searchEntries.length > 0) return true;
      const { searchEntries } = await client.search(line.base, { scope: 'sub', filter, attributes: ['1.1'] });
      above.push(...searchEntries.map((entry) => entry.dn));
    }
    level = [...new Set(above)].filter((one) => !seen.has(one));
    for (const one of level) seen.add(one);
  }
  return false;
}

function namesOneOf(names: readonly string[]): string {
  const members = names.map((name) => filterValue(name)).map((value) => `(member=${value})(uniqueMember=${value})`);
  return `(|${members.join('')})`;
}
