import { abstractWords } from '../domain/letter/abstract-flaws.js';
import { checkedPage, checkFormat } from '../domain/format/rules/check-format.js';
import type { CheckOptions } from '../domain/format/rules/finding.js';
import type { TextLine } from '../domain/format/page/text-lines.js';
import type { DocumentParts } from '../domain/format/parts/document-parts.js';
import { itemText } from '../domain/word/register-differences.js';
import type { LetterHead, LetterAgency, WordFile } from '../domain/word/word-reading.js';
import { DocxUnreadable } from '../format/docx/word-package.js';
import { readDocx } from '../format/docx/read-docx.js';
import { originIn } from './letter-origin.js';
import { plain, readWords } from './read-words.js';

/** More than any letter departs in; the rest says the same again. */
const MAX_FINDINGS = 200;

export type ReadLetter = { readonly kind: 'read'; readonly file: WordFile } | { readonly kind: 'unreadable' };

/** Reads a letter that came back from Word. @param docx a file that passed the inspection */
export async function readLetter(docx: Buffer, options: CheckOptions): Promise<ReadLetter> {
  try {
    return { kind: 'read', file: await fileOf(docx, options) };
  } catch (error) {
    if (!(error instanceof DocxUnreadable)) throw error;
    return { kind: 'unreadable' };
  }
}

async function fileOf(docx: Buffer, options: CheckOptions): Promise<WordFile> {
  const { model, file } = await readDocx(docx);
  const { parts } = checkedPage(model);
  return {
    ...readWords(file),
    origin: originIn(file.parts.get('docProps/custom.xml')),
    hiddenText: model.unsettled.hiddenText,
    head: headOf(parts),
    agency: agencyOf(parts),
    findings: checkFormat(model, options).slice(0, MAX_FINDINGS),
  };
}

function headOf({ head, title, address, ending }: DocumentParts): LetterHead {
  // A document with a type bears its abstract under it, a letter under its number.
  const abstract = title.type === null ? head.abstract : title.abstract;
  return {
    subject: abstract.length === 0 ? null : plain(abstractWords(joined(abstract))),
    symbol: /\/\s*(\S.*)$/u.exec(head.number?.text ?? '')?.[1]?.trim() ?? null,
    addressees: addresseesOf(address),
    recipients: itemsIn(ending.recipients),
    ...signerOf(ending),
  };
}

function signerOf({ signers }: DocumentParts['ending']): Pick<LetterHead, 'authority' | 'signer'> {
  const [signer] = signers;
  if (!signer) return { authority: [], signer: null };
  const { authority, name } = signer;
  return { authority: authority.map(({ text }) => plain(text)), signer: name && plain(name.text) };
}

function agencyOf({ head }: DocumentParts): LetterAgency {
  const date = head.date?.text ?? '';
  const place = /^(.*?)\s*,?\s*ngày/iu.exec(date)?.[1];
  return {
    parent: joined(head.parents),
    letterhead: joined(head.agency),
    place: place === undefined ? null : plain(place),
    year: /năm\s*(\d{4})/iu.exec(date)?.[1] ?? null,
  };
}

/** One name stands on the line of `Kính gửi`, several in a list below. */
function addresseesOf({ opening, list }: DocumentParts['address']): readonly string[] {
  const beside = itemText(opening?.text.replace(/^kính gửi\s*:?/iu, '') ?? '');
  return beside === '' ? itemsIn(list) : [beside, ...itemsIn(list)];
}

/** Items of a list; a line that goes on belongs to the one before. */
function itemsIn(lines: readonly TextLine[]): readonly string[] {
  const items: string[] = [];
  for (const { text, isFirst } of lines) {
    if (text === '') continue;
    if (isFirst || items.length === 0) items.push(text);
    else items[items.length - 1] = `${items.at(-1) ?? ''} ${text}`;
  }
  return items.map(itemText);
}

function joined(lines: readonly TextLine[]): string {
  return plain(lines.map(({ text }) => text).join(' '));
}
