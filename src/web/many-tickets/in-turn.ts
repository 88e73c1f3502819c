/** Each of those that are dealt with by one press, with how many follow it: what it says waits until the last is done. */
export function inTurn<Item extends object>(
  items: readonly Item[],
): readonly (Item & { readonly following: number })[] {
  return items.map((item, at) => Object.assign({}, item, { following: items.length - at - 1 }));
}
