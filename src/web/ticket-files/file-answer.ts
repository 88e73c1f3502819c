import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media types sent to browsers; every other file is sent as bytes. */
const KNOWN_TYPES: readonly string[] = ['application/pdf', DOCX, XLSX, 'image/png', 'image/jpeg', 'audio/mpeg'];

/**
 * Sends a file as an attachment in a sandbox, so that it is never opened in the app's origin.
 *
 * @param name unencoded
 */
export function download(
  reply: FastifyReply,
  { content, name, type }: { readonly content: Buffer; readonly name: string; readonly type: string },
): StreamableFile {
  void reply.header('content-security-policy', "default-src 'none'; sandbox");
  void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(content, {
    type: KNOWN_TYPES.includes(type) ? type : 'application/octet-stream',
    disposition: `attachment; ${dispositionParameters(name)}`,
    length: content.length,
  });
}

/** Shows a file in the browser; only for files that the app has made. */
export function showInline(
  reply: FastifyReply,
  { content, name, type }: { readonly content: Buffer; readonly name: string; readonly type: string },
): StreamableFile {
  void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(content, {
    type,
    disposition: `inline; ${dispositionParameters(name)}`,
    length: content.length,
  });
}

/** RFC 6266: an ASCII fallback, and the name itself in UTF-8. */
export function dispositionParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
