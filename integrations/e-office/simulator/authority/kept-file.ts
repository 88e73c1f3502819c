import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** The file's text, or undefined when there is no such file. */
export async function readKept(path: string): Promise<string | undefined> {
  return existsSync(path) ? readFile(path, 'utf8') : undefined;
}

/** Writes for the owner's eyes only, and whole or not at all: a reader sees the old text or the new one. */
export async function keep(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  await writeFile(unfinished, text, { mode: 0o600, flush: true });
  await rename(unfinished, path);
}

/** One block of a PEM file. */
export function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** @throws Error when the text holds no such block */
export function fromPem(label: string, text: string): Uint8Array<ArrayBuffer> {
  const block = new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`, 'u').exec(text)?.[1];
  if (block === undefined) throw new Error(`No ${label} in this PEM file`);
  return new Uint8Array(Buffer.from(block, 'base64'));
}
