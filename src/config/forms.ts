import { isIP } from 'node:net';
import { bech32 } from '@scure/base';
import { z } from 'zod';
import { bucketIn } from './bucket-place.js';

/** Text; blank is wrong. */
export const text = (standard: string): z.ZodType<string> =>
  z.string().trim().min(1, 'không được để trống').default(standard);

/** Left out or blank: not set. */
export const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** What must have a form where it is set. */
export const optionally = <Meaning>(
  form: z.ZodType<Meaning, string>,
): z.ZodType<Meaning | undefined, string | undefined> => optional.pipe(form.optional());

const WHOLE = /^\d{1,9}$/u;

/** A whole number. */
export const whole = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .trim()
    .transform((text, context): number => {
      const value = WHOLE.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: `phải là số nguyên từ ${String(min)} đến ${String(max)}` });
      return z.NEVER;
    });

/** By how many days a clock goes before (`12`) or after (`-12`) another. */
export const daysApart = (): z.ZodType<number, string> =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,5}$/u, 'phải là số nguyên từ -99999 đến 99999')
    .transform(Number);

/** Seconds. */
export const seconds = (standard: number, max = 86_400): z.ZodType<number, string | undefined> =>
  whole(1, max).default(standard);

/** One of some words. */
export const oneOf = <const Words extends readonly string[]>(
  words: Words,
): z.ZodEnum<{ [Word in Words[number]]: Word }> => z.enum(words, `phải là một trong: ${words.join(', ')}`);

/** A whole address. @param example of a right one */
export const address = (protocol: RegExp, example: string): z.ZodURL =>
  z.url({ protocol, error: `phải là một địa chỉ đầy đủ, ví dụ ${example}` });

const LETTER_PAGE = 'https://eoffice.haiphong.example/van-ban/{ma}';

/** Address of a letter's page elsewhere, with `{ma}` in the place of its code there. */
export const letterPage = address(/^https?$/u, LETTER_PAGE).refine(
  (page) => page.includes('{ma}'),
  `phải có {ma}, ví dụ ${LETTER_PAGE}`,
);

/** A folder, or a bucket of an S3-compatible store. */
export const filesPlaceForm = z
  .string()
  .refine(
    (text) => !text.startsWith('s3:') || bucketIn(text) !== null,
    'phải là một thư mục, hoặc s3://tên-kho/tiền-tố',
  );

/** Items between commas. */
const list = (): z.ZodType<string[], string | undefined> =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );

/** Addresses and networks between commas. */
export const networks = (): z.ZodType<string[], string | undefined> =>
  list().refine((items) => items.every(isNetwork), {
    error: 'mỗi mục phải là một địa chỉ mạng như 10.1.2.3 hoặc một dải như 10.0.0.0/8',
  });

/** Names of machines between commas, with their port where it is not the usual. */
export const hosts = (): z.ZodType<string[], string | undefined> =>
  list().refine((items) => items.every((item) => HOST.test(item)), {
    error:
      'mỗi mục phải là tên một máy, kèm :cổng khi cần, không kèm https:// và đường dẫn, ví dụ may.haiphong.example:8443',
  });

/** Where people are reached, between commas, as `security.txt` names them (RFC 9116, 2.5.3). */
export const contacts = (): z.ZodType<string[], string | undefined> =>
  list().refine((items) => items.every((item) => CONTACT.test(item)), {
    error: 'mỗi mục phải có dạng mailto:thư-điện-tử, https://địa-chỉ hoặc tel:+84…',
  });

const CONTACT = /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/u;

/** Public keys of age between commas, for whom backups are encrypted. */
export const recipients = (): z.ZodType<string[], string | undefined> =>
  list()
    .refine((items) => !items.some((item) => /^age-secret-key-/iu.test(item)), {
      error: 'đây là khóa riêng, không được để trên máy này; đặt khóa công khai age1… ghi trong tệp khóa',
      abort: true,
    })
    .refine((items) => items.every(isRecipient), {
      error: 'mỗi mục phải là một khóa công khai age1… như age-keygen in ra, đủ từng ký tự',
    })
    .transform((items) => [...new Set(items)]);

/** By its check digits too: a mistyped key would be found out only at the restore, when no key opens the backup. */
function isRecipient(text: string): boolean {
  return ['age', 'age1pq'].includes(bech32.decodeUnsafe(text, false)?.prefix ?? '') && text === text.toLowerCase();
}

const HOST = /^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d{1,5})?$/u;

/** Text that a rule reads, as what it means. */
export const understood = <Meaning>(
  read: (text: string) => Meaning | null,
  standard: string,
  error: string,
): z.ZodType<Meaning, string | undefined> =>
  z
    .string()
    .default(standard)
    .transform((text, context): Meaning => {
      const meaning = read(text);
      if (meaning !== null) return meaning;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });

/** `10.1.2.3`, `fd00::1`, `10.0.0.0/8` */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return more.length === 0 && most !== undefined && /^\d{1,3}$/u.test(bits) && Number(bits) <= most;
}

const DATABASE_WORDS =
  'phải là sqlite:ĐƯỜNG-DẪN hoặc mssql://tài-khoản:mật-khẩu@máy:cổng/tên; ký tự đặc biệt viết theo kiểu URL';

/** `sqlite:PATH`, or a server with the name of the database. */
export const databaseAddress = z.string().refine(isDatabase, DATABASE_WORDS);

function isDatabase(text: string): boolean {
  if (/^sqlite:.+/u.test(text)) return true;
  const url = URL.parse(text);
  return url?.protocol === 'mssql:' && url.hostname !== '' && url.pathname.length > 1 && isDecodable(url);
}

/** A password with a bare `%` reads like one, and would only fail when the server is called. */
export function isDecodable(url: URL | null): boolean {
  try {
    for (const part of [url?.username, url?.password, url?.pathname]) decodeURIComponent(part ?? '');
    return true;
  } catch {
    return false;
  }
}
