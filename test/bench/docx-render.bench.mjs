/**
 * Making the reply letter from its template. The limit does what no renderer can leave out: put strings together, pack one part, splice it
 * into an archive whose other parts stay as they are. Beside it other programs, each used as its documentation says.
 *
 * `docx-render` is what a draft pays: fields checked, the letter made in a thread with a time limit. `docx-engine` is what the peers do:
 * values that are taken as they come, in one's own thread.
 */
import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { CompiledTemplate } from '../../dist/src/drafting/rendering/compiled-template.mjs';
import { requireSafeTemplate } from '../../dist/src/drafting/rendering/safe-template.js';
import { TemplateRenderer } from '../../dist/src/drafting/rendering/template-renderer.js';
import { replyLetter, sampleOf, templateFile } from '../../dist/templates/catalogue.js';
import { carboneRender, docxtemplater, easyTemplateX, wordsOf } from './docx-peers.mjs';
import { measure } from './measure.mjs';

const BODY = 'word/document.xml';
const TEMPLATE = readFileSync(templateFile(replyLetter.name));
const FIELDS = sampleOf(replyLetter.name);
const { tags: TAGS } = replyLetter.fill(FIELDS);

export const docxRender = {
  name: 'docx-render',
  async run({ rounds }) {
    const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
    try {
      return await against(() => renderer.render(replyLetter.name, FIELDS), { docxtemplater }, rounds);
    } finally {
      await renderer.onModuleDestroy();
    }
  },
};

export const docxEngine = {
  name: 'docx-engine',
  async run({ rounds }) {
    const { docx, entries } = await requireSafeTemplate(TEMPLATE);
    const compiled = new CompiledTemplate(docx, entries);
    return against(() => compiled.fill(TAGS), { docxtemplater, easyTemplateX, carbone: carboneRender }, rounds);
  },
};

async function against(ours, peers, rounds) {
  const { docx } = await ours();
  const limit = new Splicing(TEMPLATE, docx, TAGS);
  const ways = { ours, limit: () => limit.make() };
  for (const [name, peer] of Object.entries(peers)) {
    ways[name] = peer(TEMPLATE, TAGS);
    if (wordsOf(await ways[name]()) !== wordsOf(docx)) throw new Error(`${name} makes another letter than ours`);
  }
  const taken = await measure(
    Object.entries(ways).map(([name, make]) => ({ name, run: (times) => repeat(times, make) })),
    rounds,
  );
  return {
    ours: taken.cpuMs('ours'),
    limit: taken.cpuMs('limit'),
    ratio: taken.ratio('ours', 'limit'),
    beside: Object.fromEntries(
      Object.keys(peers).map((name) => [name, { cpuMs: taken.cpuMs(name), ratio: taken.ratio(name, 'limit') }]),
    ),
    detail: Object.fromEntries(Object.keys(peers).map((name) => [`${name}ToOurs`, taken.ratio(name, 'ours')])),
  };
}

async function repeat(times, make) {
  for (let at = 0; at < times; at += 1) await make();
}

/** The letter taken apart once: text between the values, and an archive around the one part that changes. */
class Splicing {
  constructor(template, made, tags) {
    const xml = new PizZip(made).file(BODY).asText();
    const values = [...leavesOf(tags)].filter((leaf) => leaf !== '').toSorted((a, b) => b.length - a.length);
    const anyValue = new RegExp(`(${values.map((value) => quoted(escaped(value))).join('|')})`, 'u');
    const parts = xml.split(anyValue);
    this.pieces = parts.filter((_, at) => at % 2 === 0);
    this.values = parts.filter((_, at) => at % 2 === 1).map(unescaped);
    Object.assign(this, aroundBody(template));
    if (new PizZip(this.make()).file(BODY).asText() !== xml)
      throw new Error('The limit makes another letter than ours');
  }

  make() {
    let xml = this.pieces[0];
    for (let at = 0; at < this.values.length; at += 1) xml += escaped(this.values[at]) + this.pieces[at + 1];
    const plain = Buffer.from(xml, 'utf8');
    const packed = deflateRawSync(plain);
    const sums = { crc: crc32(plain), packed: packed.length, plain: plain.length };
    return Buffer.concat([
      this.partsBefore,
      withSums(this.localHeader, 14, sums),
      packed,
      withSums(this.directory, this.bodyEntry + 16, sums),
      endOf(this.count, this.directory.length, this.partsBefore.length + this.localHeader.length + packed.length),
    ]);
  }
}

/** The template's archive with the body moved to the end: everything before it is copied as it is. */
function aroundBody(template) {
  const zip = new PizZip(template);
  const body = zip.file(BODY).asText();
  zip.remove(BODY);
  zip.file(BODY, body, { createFolders: false });
  const archive = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  const end = archive.length - 22;
  const [count, size, start] = [
    archive.readUInt16LE(end + 10),
    archive.readUInt32LE(end + 12),
    archive.readUInt32LE(end + 16),
  ];
  const directory = Buffer.from(archive.subarray(start, start + size));
  const bodyEntry = directory.indexOf(BODY) - 46;
  const at = directory.readUInt32LE(bodyEntry + 42);
  const localHeader = Buffer.from(archive.subarray(at, at + 30 + BODY.length));
  return { partsBefore: Buffer.from(archive.subarray(0, at)), localHeader, directory, bodyEntry, count };
}

function withSums(source, at, { crc, packed, plain }) {
  const copy = Buffer.from(source);
  copy.writeUInt32LE(crc, at);
  copy.writeUInt32LE(packed, at + 4);
  copy.writeUInt32LE(plain, at + 8);
  return copy;
}

function endOf(count, size, start) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

function* leavesOf(tags) {
  for (const value of Object.values(tags)) {
    if (typeof value === 'string') yield value;
    else if (typeof value === 'object') yield* leavesOf(value);
  }
}

const CODES = { '&': '&amp;', "'": '&apos;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const LETTERS = Object.fromEntries(Object.entries(CODES).map(([letter, code]) => [code, letter]));

function escaped(text) {
  return text.replace(/[&'<>"]/gu, (letter) => CODES[letter]);
}

function unescaped(text) {
  return text.replace(/&(?:amp|apos|lt|gt|quot);/gu, (code) => LETTERS[code]);
}

function quoted(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
