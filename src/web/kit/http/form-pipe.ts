import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../../kernel/domain-error.js';
import { clean } from '../../../kernel/vietnamese.js';
import { MAX_SEQ } from '../../../platform/database/max-seq.js';

/** Reads a posted form; what a form of ours would never send is refused. */
export class FormPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly form: z.ZodType<T>) {}

  /** @throws DomainError `input-invalid`, of an address also `parameter-twice`, naming the field */
  transform(posted: unknown, { type }: Pick<ArgumentMetadata, 'type'> = { type: 'body' }): T {
    const read = this.form.safeParse(posted ?? {}, { error: ({ input }) => (Array.isArray(input) ? TWICE : WRONG) });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const field = String(issue?.path[0] ?? '');
    if (type === 'query' && isTwice(posted, field)) throw new DomainError('parameter-twice', { field });
    throw new DomainError('input-invalid', { field, message: issue?.message });
  }
}

/** Where a form has no sentence of its own. */
const TWICE = 'Biểu mẫu gửi một ô hai lần nên không biết dùng giá trị nào. Mở lại trang rồi làm lại.';
const WRONG = 'Biểu mẫu gửi giá trị không đúng dạng. Mở lại trang rồi làm lại.';

function isTwice(posted: unknown, field: string): boolean {
  return Array.isArray((posted as Readonly<Record<string, unknown>> | null)?.[field]);
}

/** A field that must not be empty. @param sentence what to do when it is */
export function needed(sentence: string): z.ZodType<string> {
  return z.string(sentence).transform(clean).pipe(z.string().trim().min(1, sentence));
}

/** A field that may be empty or missing. */
export function optional(): z.ZodType<string> {
  return z.string().default('').transform(clean);
}

/** A field of one line that may be empty or missing: blanks of any kind are one blank, and none stands at its ends. */
export function oneLine(): z.ZodType<string> {
  return optional().transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
}

/** A field that is posted once a line; empty lines fall away. */
export function lines(): z.ZodType<string[]> {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat().map((line) => clean(line).trim()))
    .transform((given) => given.filter((line) => line !== ''));
}

/** The version of a record that the form was drawn from, to be spread into a command; nothing where the form does not say. */
export function seenVersion(): z.ZodType<{ readonly seen?: number }> {
  return z
    .string()
    .default('')
    .transform((text) => (/^[1-9]\d{0,8}$/u.test(text) ? { seen: Number(text) } : {}));
}

/** `?truoc=41`, the page after the row of that number; what is no such number shows the first page. */
export const olderThan = z.object({ truoc: z.coerce.number().int().positive().max(MAX_SEQ).nullable().catch(null) });
