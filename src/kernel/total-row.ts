/** What the last row of a table of figures is called; it bears no number. */
export const TOTAL_ROW = 'Tổng cộng';
