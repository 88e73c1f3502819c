/** Addresses that one knocker can change at will count as one: of IPv6 the first 64 bits. @param address as the socket names it */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.groups?.['v4'];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [front = '', back] = address.split('%', 1)[0]?.split('::') ?? [];
  const [head, tail] = [groupsOf(front), groupsOf(back ?? '')];
  const zeros = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const first = [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4);
  return `${first.map((group) => group.replace(/^0+(?=.)/u, '').toLowerCase()).join(':')}::/64`;
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':');
}
