import { z } from 'zod';
import { civilDate, isoInVietnam, type CivilDate } from '../../kernel/civil-date.js';
import { clean } from '../../kernel/vietnamese.js';
import { PostedFile } from '../../platform/http/bodies/posted-file.js';

/** A moment: read with any zone, written with +07:00. */
export const instant = z
  .codec(z.iso.datetime({ offset: true }), z.date(), { decode: (text) => new Date(text), encode: isoInVietnam })
  .meta({ description: 'ISO 8601 with a zone; answers always carry +07:00.', example: '2026-03-12T16:52:00+07:00' });

/** A civil date of Việt Nam. */
export const day = z.codec(z.iso.date(), z.custom<CivilDate>(), { decode: (text) => civilDate(text), encode: String });

/** What a person wrote; cleaned to NFC. */
export const text = z.string().max(50_000).overwrite(clean);

/** Whether the caller has looked at what may be private in words that go to the citizen; `text-held-back` asks for it. */
export const verbatim = z
  .boolean()
  .default(false)
  .meta({ description: 'True sends the words to the citizen although something in them may be private.' });

/** The same, where it may be left out. */
export const optionalText = text.default('');

/** A whole number as an address writes it. */
export const number = z.codec(z.string().regex(/^\d{1,9}$/u), z.int(), { decode: Number, encode: String });

/** A whole number in a form that may bring files, which sends it as text. */
export const formNumber = z.union([z.int(), number]);

const file = z.custom<PostedFile>((given) => given instanceof PostedFile).meta({ type: 'string', format: 'binary' });

/** The files of one form. */
export const postedFiles = z.union([file, z.array(file)]);

/** Where the next page begins; its content is ours and may change. */
export const cursorText = z.string().max(300).optional().meta({ description: 'The `next` of the page before.' });

export const next = z.string().nullable().meta({ description: 'Cursor of the page after this one; null on the last.' });

export const name = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Name' });
