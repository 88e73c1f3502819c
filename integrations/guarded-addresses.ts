import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { BlockList } from 'node:net';
import { networkList, plainAddress } from '../src/kernel/network-list.js';

/** Special-purpose networks (RFC 6890), which no server on the Internet has: loopback, private, link-local, documentation, multicast, and IPv4 written as IPv6. */
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

/** Networks that no server of an agency stands in: this machine, links (where clouds keep their secrets), groups. */
const NO_SERVER: readonly string[] = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::/128',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
];

/** As `dns.lookup`, for sockets to ask. */
export type Lookup = (
  name: string,
  options: LookupOptions,
  answer: (error: Error | null, found: string | LookupAddress[], family?: number) => void,
) => void;

/** Which addresses may be called: those that are not barred, and of the others those that are listed. */
export class GuardedAddresses {
  private readonly barred: BlockList;
  private readonly listed: BlockList;

  /**
   * @param allowed addresses and networks such as `10.0.0.0/8` that may be called although they are barred
   * @param barred default: every address that is not public
   */
  constructor(allowed: readonly string[], barred: readonly string[] = NOT_PUBLIC) {
    this.listed = networkList(allowed);
    this.barred = networkList(barred);
  }

  /** What a server of ours or of an authority may stand at: this machine only where it is called so, links and groups never. */
  static ofServer(name: string): GuardedAddresses {
    return new GuardedAddresses(isLoopback(name) ? ['127.0.0.0/8', '::1'] : [], NO_SERVER);
  }

  /**
   * A look-up whose every address has been checked: one that may not be called refuses the name. The socket calls
   * the very address that was checked, so that a name cannot mean something else a moment later.
   */
  lookup(refuse: (address: string, name: string) => Error): Lookup {
    return (name, options, answer) => {
      lookup(name, { ...options, all: true }, (error, found) => {
        // Nothing is found where there is an error, whatever the types say.
        if (error !== null) {
          answer(error, []);
          return;
        }
        const inside = found.find(({ address }) => !this.mayCall(address));
        const [first] = found;
        if (inside !== undefined) answer(refuse(inside.address, name), []);
        else if (options.all === true || first === undefined) answer(null, found);
        else answer(null, first.address, first.family);
      });
    };
  }

  mayCall(address: string): boolean {
    const plain = plainAddress(address);
    if (plain === null) return false;
    const { text, type } = plain;
    return this.listed.check(text, type) || !(this.barred.check(text, type) || isMapped(text));
  }
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(name);
}

/** An IPv4 address in hexadecimal clothes: `::ffff:7f00:1`. */
function isMapped(address: string): boolean {
  return /^::ffff:/iu.test(address);
}
