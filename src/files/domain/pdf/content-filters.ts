import type { FileState } from './file-state.js';
import { PdfMalformed } from './limits.js';
import { EMPTY_DICTIONARY, nameOf, PdfArray, PdfDictionary, PdfName, PdfStream, type PdfValue } from './values.js';

const TEXT_FILTERS: Readonly<Record<string, (data: Buffer) => Buffer>> = {
  ASCII85Decode: decodeAscii85,
  A85: decodeAscii85,
  ASCIIHexDecode: decodeAsciiHex,
  AHx: decodeAsciiHex,
};

/**
 * The content of a stream that draws, through the filters that writers put on such streams.
 *
 * @throws PdfMalformed for other filters, as LZW
 */
export function decodeContent(state: FileState, stream: PdfStream): Buffer {
  return decodeChain(
    stream,
    (value) => state.resolve(value),
    (step) => state.file.decode(step),
  );
}

/**
 * The content of any stream, filter by filter.
 *
 * @param resolve follows references, where there is a file to follow them in
 * @param unfold undoes one step that is neither base 16 nor base 85
 * @throws PdfMalformed
 */
export function decodeChain(
  stream: PdfStream,
  resolve: (value: PdfValue) => PdfValue,
  unfold: (step: PdfStream) => Buffer,
): Buffer {
  if (stream.dictionary.raw('F') !== null) throw new PdfMalformed('stream kept outside of the file');
  const listOf = (key: string): readonly PdfValue[] => {
    const value = resolve(stream.dictionary.raw(key));
    if (value === null) return [];
    return value instanceof PdfArray ? value.items.map(resolve) : [value];
  };
  const parameters = listOf('DecodeParms');
  let data = stream.data;
  for (const [at, filter] of listOf('Filter').entries()) {
    const name = nameOf(filter) ?? '';
    const decode = TEXT_FILTERS[name];
    data = decode ? decode(data) : unfold(alone(name, parameters[at] ?? null, data));
  }
  return data;
}

/** One step of a chain as a stream of its own. */
function alone(filter: string, parameters: PdfValue, data: Buffer): PdfStream {
  const entries = new Map<string, PdfValue>([['Filter', new PdfName(filter)]]);
  entries.set('DecodeParms', parameters instanceof PdfDictionary ? parameters : EMPTY_DICTIONARY);
  return new PdfStream(new PdfDictionary(entries), data);
}

function decodeAsciiHex(data: Buffer): Buffer {
  const digits = data
    .toString('latin1')
    .replace(/>[\s\S]*$/u, '')
    .replace(/\s/gu, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function decodeAscii85(data: Buffer): Buffer {
  const text = data
    .toString('latin1')
    .replace(/^\s*<~/u, '')
    .replace(/~>[\s\S]*$/u, '')
    .replace(/\s/gu, '');
  const groups = text.replace(/z/gu, '!!!!!').match(/.{1,5}/gu) ?? [];
  return Buffer.concat(groups.map((group) => decodeGroup(group)));
}

function decodeGroup(group: string): Buffer {
  let value = 0;
  for (const character of group.padEnd(5, 'u')) {
    const digit = character.charCodeAt(0) - 33;
    if (digit < 0 || digit > 84) throw new PdfMalformed('base 85');
    value = value * 85 + digit;
  }
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.subarray(0, group.length - 1);
}
