/** The largest value of a generated integer key on both databases. A number beyond it in a URL is no row, and SQL Server would fail on it. */
export const MAX_SEQ = 2 ** 31 - 1;
