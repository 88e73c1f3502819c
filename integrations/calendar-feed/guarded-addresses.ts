import type { BlockList } from 'node:net';
import { networkList, plainAddress } from '../network-list.js';

/** Networks that are nobody's on the Internet: one's own machine and house, links, documentation, groups, and ways of writing an IPv4 address as IPv6. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** Which addresses may be called: public ones, and of the others those that are listed. */
export class GuardedAddresses {
  private readonly barred = networkList(NOT_PUBLIC);
  private readonly listed: BlockList;

  /** @param allowed addresses and networks such as `10.0.0.0/8` that may be called although they are not public */
  constructor(allowed: readonly string[]) {
    this.listed = networkList(allowed);
  }

  mayCall(address: string): boolean {
    const plain = plainAddress(address);
    if (plain === null) return false;
    const { text, type } = plain;
    return this.listed.check(text, type) || !(this.barred.check(text, type) || isMapped(text));
  }
}

/** An IPv4 address in hexadecimal clothes: `::ffff:7f00:1`. */
function isMapped(address: string): boolean {
  return /^::ffff:/iu.test(address);
}
