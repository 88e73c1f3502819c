/** The symbol of a letter: agency, then the unit that drafts, both abbreviated: `SGDĐT-VP`. Typed documents put their type first. */
export function letterSymbol(agency: string, draftingUnit: string): string {
  return `${agency}-${draftingUnit}`;
}

/** Whether a symbol has the form of Ô 3: groups of letters joined by hyphens, at least two, no space and no stroke. */
export function hasSymbolForm(symbol: string): boolean {
  return /^[\p{Lu}][\p{L}\d&]*(-[\p{Lu}][\p{L}\d&]*)+$/u.test(symbol);
}
