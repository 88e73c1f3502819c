import type { ConversionMark } from '../domain/conversion.js';

export type { ConversionMark } from '../domain/conversion.js';

/** Why pages cannot be taken over: `encrypted`, `tooLarge` in bytes or pages, `noSuchPage`, `timeout`, or a file that cannot be read. */
export type CopyRefusal = 'encrypted' | 'tooLarge' | 'noSuchPage' | 'timeout' | 'broken';

export type CopiedPages =
  | { readonly status: 'done'; readonly pdf: Buffer; readonly pages: number }
  | { readonly status: 'refused'; readonly refusal: CopyRefusal };

/** Up to these a file is copied. */
export const COPY_LIMITS = { bytes: 20 * 1024 * 1024, pages: 200 } as const;

/** Takes pages of a PDF over into a new one, as they would be printed: form fields and signatures become plain drawing. The given file stays as it is. */
export abstract class CopyPages {
  /** Every page, a little smaller, with the mark in the free strip at its foot. */
  abstract marked(pdf: Buffer, mark: ConversionMark, madeAt: Date): Promise<CopiedPages>;
  /** Some of its pages, or all, in their size and without a mark. @param pages from 1; null = all */
  abstract chosen(pdf: Buffer, pages: readonly number[] | null, madeAt: Date): Promise<CopiedPages>;
}
