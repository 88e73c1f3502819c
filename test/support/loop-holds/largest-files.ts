import writeExcelFile from 'write-excel-file/node';
import { IMPORT_COLUMNS } from '../../../src/tickets/domain/intake/import-columns.js';
import { MAX_IMPORT_ROWS } from '../../../src/tickets/domain/intake/import-rows.js';
import { bytesFor } from '../chance.js';
import { docxWith } from '../office-writer.js';
import { jpegOf, pngOf } from '../picture-writer.js';
import { openTestAuthority } from '../test-authority/authority.js';
import { letterObjects, preparedLetter, sealAsAgency, signAsLeader } from '../test-authority/letter.js';
import { newPdf, streamText } from '../test-authority/pdf-writer.js';
import { zipOf } from '../zip-writer.js';
import { privateText } from './largest-texts.js';

export interface LargeFile {
  readonly name: string;
  readonly content: Buffer;
}

const HEAVY = 17_000_000;
/** A sheet of feedback is at most 10 MiB when packed; with so many characters a row it is unpacked as far as is let in. */
const CHARACTERS_A_ROW = 1_400;
const PDF_OBJECTS = 120_000;
const DOCX_PARAGRAPHS = 20_000;

const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
};

const rows = (): string[][] => [
  IMPORT_COLUMNS.map(({ heading }) => heading),
  ...Array.from({ length: MAX_IMPORT_ROWS }, (_, at) =>
    IMPORT_COLUMNS.map(({ field, sample }) => {
      if (field === 'externalId') return `TD.2026.${String(at)}`;
      return field === 'words' ? `${String(at)} ${privateText(CHARACTERS_A_ROW)}` : sample;
    }),
  ),
];

/** Files as large as they are taken, by what they are. */
export const LARGEST_FILES: Readonly<Record<string, () => LargeFile | Promise<LargeFile>>> = {
  csv: once(() => ({
    name: 'phan-anh.csv',
    content: Buffer.from(
      rows()
        .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
        .join('\n'),
    ),
  })),
  xlsx: once(async () => ({
    name: 'phan-anh.xlsx',
    content: await writeExcelFile(rows().map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  })),
  'pdf of one stream': once(() => ({
    name: 'mot-dong.pdf',
    content: newPdf({ ...letterObjects(), 13: streamText(bytesFor('largest PDF', HEAVY).toString('latin1')) }),
  })),
  'pdf of many objects': once(() => {
    const many = Array.from({ length: PDF_OBJECTS }, (_, at): [number, string] => [
      at + 20,
      `<< /Type /Nothing /At [${String(at)} 0 R] >>`,
    ]);
    return {
      name: 'nhieu-doi-tuong.pdf',
      content: newPdf({ ...letterObjects(), ...Object.fromEntries<string>(many) }),
    };
  }),
  'signed pdf': once(() => {
    const authority = openTestAuthority();
    const chain = [authority.sub];
    const heavy = { 13: streamText(bytesFor('largest PDF', HEAVY).toString('latin1')) };
    const signed = signAsLeader(preparedLetter(heavy), { signer: authority.leader, chain });
    return { name: 'da-ky.pdf', content: sealAsAgency(signed, { signer: authority.agency, chain }) };
  }),
  docx: once(() => ({
    name: 'cong-van.docx',
    content: docxWith(`<w:p><w:r><w:t>${privateText(200)}</w:t></w:r></w:p>`.repeat(DOCX_PARAGRAPHS)),
  })),
  zip: once(() => ({
    name: 'anh.zip',
    content: zipOf([{ name: 'word/media/a.bin', content: bytesFor('largest ZIP', HEAVY) }]),
  })),
  png: once(() => ({ name: 'anh.png', content: pngOf({ width: 6_000, height: 6_000 }) })),
  jpeg: once(() => ({
    name: 'anh.jpg',
    content: Buffer.concat([jpegOf(4_000, 3_000), bytesFor('largest picture', HEAVY)]),
  })),
  json: once(() => ({
    name: 'lich.json',
    content: Buffer.from(JSON.stringify(Array.from({ length: 40_000 }, (_, at) => ({ at, text: privateText(60) })))),
  })),
  pem: once(() => ({
    name: 'chung-thu.pem',
    content: Buffer.from(`-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(250_000)}\n-----END CERTIFICATE-----\n`),
  })),
};
