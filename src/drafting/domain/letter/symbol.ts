/** A number as it is printed: below ten a zero stands before it. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3. */
export function officialNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not a number of a register: ${number}`);
  return number < 10 ? `0${number}` : String(number);
}

/** The symbol of a letter: agency, then the unit that drafts, both abbreviated: `SGDĐT-VP`. Typed documents put their type first. */
export function letterSymbol(agency: string, draftingUnit: string): string {
  return `${agency}-${draftingUnit}`;
}

/** `05/SGDĐT-VP`: a stroke between number and symbol, no spaces. */
export function numberAndSymbol(number: number, symbol: string): string {
  return `${officialNumber(number)}/${symbol}`;
}

/** Whether a symbol has the form of Ô 3: groups of letters joined by hyphens, at least two, no space and no stroke. */
export function hasSymbolForm(symbol: string): boolean {
  return /^[\p{Lu}][\p{L}\d&]*(-[\p{Lu}][\p{L}\d&]*)+$/u.test(symbol);
}
