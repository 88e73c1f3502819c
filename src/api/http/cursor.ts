import type { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';

/** A place in a list as callers carry it: opaque, so that nobody builds one. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws DomainError `input-invalid` for anything that no page of ours gave out */
export function readCursor<Shape extends z.ZodType>(shape: Shape, text: string | undefined): z.output<Shape> | null {
  if (text === undefined) return null;
  const read = shape.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new DomainError('input-invalid', {
    field: 'cursor',
    message: 'Trường cursor phải là giá trị next của trang trước, giữ nguyên.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
