import { BlockList, isIP } from 'node:net';

/** Addresses and networks such as `10.1.2.3` or `10.0.0.0/8`; the caller has checked their form. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(bits), type);
  }
  return list;
}

/** Whether an address is on the list; text that is no address is not. @param address as sockets give it */
export function isListed(list: BlockList, address: string): boolean {
  const plain = plainAddress(address);
  return plain !== null && list.check(plain.text, plain.type);
}

/** An address as sockets give it, an IPv4-mapped IPv6 address as IPv4; null for other text. */
export function plainAddress(address: string): { readonly text: string; readonly type: 'ipv4' | 'ipv6' } | null {
  const text = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  const family = isIP(text);
  return family === 0 ? null : { text, type: family === 4 ? 'ipv4' : 'ipv6' };
}
