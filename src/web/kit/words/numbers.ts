const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const UP_TO_ONE_DECIMAL = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `1.204` */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** `4,3`, `4,0`: in a column the commas stand below each other. */
export function decimal(value: number): string {
  return ONE_DECIMAL.format(value);
}

/** `6 trên 21` */
export function outOf(part: number, whole: number): string {
  return `${count(part)} trên ${count(whole)}`;
}

/** `1,2 MB`, `840 kB`, `512 byte`; thousands of bytes, as file managers show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${count(bytes)} byte`;
  if (bytes < 999_500) return `${count(bytes / 1_000)} kB`;
  return `${UP_TO_ONE_DECIMAL.format(bytes / 1_000_000)} MB`;
}
