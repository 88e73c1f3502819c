import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { FormFinding, MessageCodec } from '../../exchange/ports/message-codec.port.js';
import type { Attachment, ExchangeMessage } from '../../exchange/ports/message.js';
import { sha256Of } from '../../kernel/sha256.js';
import { DomainError } from '../../kernel/domain-error.js';
import { readArguments } from '../command-line.js';
import { type CommandOutcome, unusable } from '../outcome.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { attachmentOf, type GivenAttachment, messageFile, messageJson } from './edxml-json.js';

const VIETNAMESE = { error: z.locales.vi().localeError };

/** Nobody's arguments are wrong, but the disk says no. */
class OutsideFailed extends Error {}

/**
 * `hoi-am edxml`: the codec by itself.
 *
 * `read` prints the typed message (files by size and sha256, with `--content` also in base64); `check` says of each file
 * `{file, accept, kind, errors, warnings}`; `write` takes the JSON of `read`, where a file's content may also be the path
 * of a `file` beside the JSON. An unacceptable message is status 1, for `read` with the words of `check` in its place.
 */
export async function runEdxml(args: readonly string[], codec: MessageCodec): Promise<CommandOutcome> {
  try {
    const { act, operands: files, values } = readArguments('edxml', args);
    switch (act) {
      case 'read':
        return await readOne(files, { codec, withContent: values.content === true });
      case 'check':
        return await checkAll(files, codec);
      case 'write':
        return await writeOne(values, codec);
    }
  } catch (error) {
    if (error instanceof UnusableArguments) return unusable(...error.message.split('\n'));
    if (error instanceof OutsideFailed) return { exitCode: 3, lines: [], messages: [error.message] };
    throw error;
  }
}

interface Reading {
  readonly codec: MessageCodec;
  readonly withContent: boolean;
}

async function readOne([file = '']: readonly string[], { codec, withContent }: Reading): Promise<CommandOutcome> {
  const bytes = await bytesOf(file);
  const { message, warnings } = codec.read(bytes);
  if (message === null) return checkOne(bytes, file, codec);
  return { exitCode: 0, lines: [messageJson(message, withContent)], messages: warnings.map(sentence) };
}

async function checkAll(files: readonly string[], codec: MessageCodec): Promise<CommandOutcome> {
  const runs: CommandOutcome[] = [];
  for (const file of files) runs.push(checkOne(await bytesOf(file), file, codec));
  return {
    exitCode: runs.some(({ exitCode }) => exitCode === 1) ? 1 : 0,
    lines: runs.flatMap(({ lines }) => lines),
    messages: runs.flatMap(({ messages }) => messages),
  };
}

function checkOne(bytes: Buffer, file: string, codec: MessageCodec): CommandOutcome {
  const outcome = codec.read(bytes);
  const accept = outcome.message !== null;
  const kind = outcome.message?.kind ?? ('kind' in outcome ? outcome.kind : undefined) ?? null;
  const { errors, warnings } = outcome;
  return {
    exitCode: accept ? 0 : 1,
    lines: [JSON.stringify({ file, accept, kind, errors, warnings })],
    messages: [
      `${file}: ${accept ? 'nhận được' : 'không nhận được'}${warnings.length > 0 ? `, ${warnings.length} điều cần xem` : ''}.`,
      ...errors.map(sentence),
      ...warnings.map(sentence),
    ],
  };
}

async function writeOne(
  { data = '', out = '' }: ReturnType<typeof readArguments<'edxml'>>['values'],
  codec: MessageCodec,
): Promise<CommandOutcome> {
  const message = await messageOf(data);
  let bytes: Buffer;
  try {
    bytes = codec.write(message);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { exitCode: 1, lines: [], messages: ['Không lập được thông điệp:', ...refusalOf(error)] };
  }
  try {
    await writeFile(out, bytes);
  } catch {
    throw new OutsideFailed(`Không ghi được tệp "${out}".`);
  }
  const written = { file: out, kind: message.kind, size: bytes.length, sha256: sha256Of(bytes) };
  return { exitCode: 0, lines: [JSON.stringify(written)], messages: [`Đã ghi ${out}.`] };
}

async function messageOf(dataFile: string): Promise<ExchangeMessage> {
  const parsed = messageFile.safeParse(jsonOf(await bytesOf(dataFile), dataFile), VIETNAMESE);
  if (!parsed.success) {
    const flaws = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(gốc)'}: ${message}`);
    throw new UnusableArguments([`Tệp "${dataFile}" không đúng cấu trúc thông điệp:`, ...flaws].join('\n'));
  }
  const message = parsed.data;
  if (message.kind === 'status') return message;
  const attachments: Attachment[] = [];
  for (const given of message.attachments) attachments.push(await attach(given, dirname(dataFile)));
  return { ...message, attachments };
}

async function attach(given: GivenAttachment, folder: string): Promise<Attachment> {
  const path = given.file === undefined ? null : resolve(folder, given.file);
  const name = given.name ?? (path === null ? '' : basename(path));
  const attachment = attachmentOf(given, name, path === null ? null : await bytesOf(path));
  if (typeof attachment === 'string') throw new UnusableArguments(attachment);
  return attachment;
}

function jsonOf(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new UnusableArguments(`Tệp "${file}" không phải JSON.`);
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new UnusableArguments(`Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`);
  }
}

function sentence({ path, message }: FormFinding): string {
  return path === undefined ? `  ${message}` : `  ${path}: ${message}`;
}

const refusalDetails = z.object({ findings: z.array(z.object({ path: z.string().optional(), message: z.string() })) });

function refusalOf({ details, code }: DomainError): readonly string[] {
  const findings = refusalDetails.safeParse(details).data?.findings;
  return findings?.map(({ path, message }) => `  ${path ?? ''}: ${message}`) ?? [`  ${code}`];
}
