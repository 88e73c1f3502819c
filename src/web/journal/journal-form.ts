import { z } from 'zod';
import { clean } from '../../kernel/vietnamese.js';
import { chosenDay } from '../kit/http/optional-day.js';

export const JOURNAL = '/nhat-ky';

const text = (longest: number): z.ZodType<string> =>
  z
    .string()
    .max(longest)
    .transform((given) => clean(given).trim())
    .catch('');

/** The search as the address holds it; everything may be left out, and what cannot be is left out, but for a day that does not exist. */
export const journalAddress = z.object({
  nguoi: text(100),
  viec: text(60),
  loai: text(40),
  ma: text(100),
  'dia-chi': text(60),
  tu: chosenDay,
  den: chosenDay,
  trang: text(60),
});

export type JournalAddress = z.infer<typeof journalAddress>;

/** The address of the same search, from its first page. */
export function journalQuery(asked: JournalAddress, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...asked, trang: '', ...more }).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  );
  return new URLSearchParams(said).toString();
}
