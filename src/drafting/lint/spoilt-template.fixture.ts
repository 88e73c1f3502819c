import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { templateFile } from '../../../templates/catalogue.js';
import type { FindingCode, TemplateFinding } from '../domain/template-lint/finding.js';

export const REPLY = 'cong-van-tra-loi';
export const BODY = 'word/document.xml';
export const RELATIONS = 'word/_rels/document.xml.rels';

export type Change = (parts: PizZip) => void;

/** A template of ours with something wrong in it. */
export function spoilt(change: Change, name = REPLY): Buffer {
  const parts = new PizZip(readFileSync(templateFile(name)));
  change(parts);
  return parts.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export const put =
  (part: string, content: string): Change =>
  (parts) =>
    void parts.file(part, content, { createFolders: false });

/** Words of a part replaced; fails when they are not there. */
export const change =
  (part: string, from: string | RegExp, to: string): Change =>
  (parts) => {
    const before = parts.file(part)?.asText() ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${part} does not hold ${String(from)}`);
    parts.file(part, after, { createFolders: false });
  };

export const inBody = (from: string | RegExp, to: string): Change => change(BODY, from, to);
/** A paragraph before the closing words. */
export const added = (text: string): Change => inBody('<w:p><w:pPr><w:pStyle w:val="LoiKet"/>', `${paragraph(text)}$&`);
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** Something for people to weigh, and no mistake: words that nobody sees. */
export const HIDDEN_WORDS: Change = inBody(
  'trả lời như sau:',
  '$&</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn',
);
export const withType =
  (part: string, type: string): Change =>
  (parts) => {
    change('[Content_Types].xml', '</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`)(parts);
  };
export const both =
  (...changes: readonly Change[]): Change =>
  (parts) =>
    changes.forEach((one) => one(parts));
export const relation = (type: string, target: string, external = true): Change =>
  change(
    RELATIONS,
    '</Relationships>',
    `<Relationship Id="la" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/></Relationships>`,
  );

export const WORDML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const header = (text: string): string => `<w:hdr ${W}>${paragraph(text)}</w:hdr>`;

/** Part, tag and suggestion are what a clerk needs to find the mistake and to correct it. */
export type Seed = readonly [
  what: string,
  change: Change,
  found: Partial<TemplateFinding> & { readonly code: FindingCode },
  kind?: string,
];
