/** The largest number that a counted row can have on either database; what an address names beyond it is no row. */
export const LAST_SEQ = 2 ** 31 - 1;
