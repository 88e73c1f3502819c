/**
 * The reply letter made by other programs: our template in their words, our values in their shapes, each used as its documentation says.
 * All of them must make the letter that we make, paragraph by paragraph.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import carbone from 'carbone';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';

const BODY = 'word/document.xml';

/** A new instance for every document. */
export function docxtemplater(template, tags) {
  return () => {
    const letter = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    letter.render(tags);
    return letter.toBuffer();
  };
}

/** Items of a list are objects there: `{.}` has no meaning. */
export function easyTemplateX(template, tags) {
  const handler = new TemplateHandler();
  const theirs = withBody(template, (xml) => xml.replaceAll('{.}', '{item}'));
  const values = mapped(tags, (item) => ({ item }));
  return () => handler.process(theirs, values);
}

/** Templates lie on the disk, and a list is written by its first two items. Of the two forms of `Kính gửi` the one in use is kept. */
export function carboneRender(template, tags) {
  const file = join(mkdtempSync(join(tmpdir(), 'hoi-am-bench-')), 'letter.docx');
  writeFileSync(
    file,
    withBody(template, (xml) =>
      inCarbone(withoutLoopAround(withoutLoop(xml, 'kinh_gui_mot_noi'), 'kinh_gui_nhieu_noi')),
    ),
  );
  const values = mapped({ ...tags, ...tags.kinh_gui_nhieu_noi[0] }, (item) => ({ item }));
  return () =>
    new Promise((resolve, reject) => {
      carbone.render(file, values, (error, docx) => (error ? reject(error) : resolve(docx)));
    });
}

/** The words of a DOCX, a paragraph a line; some leave the lines of the loops as empty paragraphs. */
export function wordsOf(docx) {
  const xml = new PizZip(docx).file(BODY).asText();
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''))
    .filter((text) => text !== '')
    .join('\n');
}

function withBody(template, change) {
  const zip = new PizZip(template);
  zip.file(BODY, change(zip.file(BODY).asText()));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Values of the same shape, with an object for every string in a list. */
function mapped(values, ofItem) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, value];
      return [name, value.map((item) => (typeof item === 'string' ? ofItem(item) : mapped(item, ofItem)))];
    }),
  );
}

/** The paragraph that holds nothing but a tag, as the source of an expression. */
function lineOf(tag) {
  return String.raw`<w:p>(?:(?!<w:p>).)*\{${tag}\}.*?</w:p>`;
}

function withoutLoopAround(xml, list) {
  return xml.replace(new RegExp(`${lineOf(`#${list}`)}|${lineOf(`/${list}`)}`, 'gsu'), '');
}

function withoutLoop(xml, list) {
  return xml.replace(new RegExp(`${lineOf(`#${list}`)}.*?${lineOf(`/${list}`)}`, 'su'), '');
}

/** `{#a}` … `{/a}`, each alone in its paragraph, become what stands between, once for `[i]` and once for `[i+1]`. */
function inCarbone(xml) {
  const list = new RegExp(`${lineOf(String.raw`#(\w+)`)}(.*?)${lineOf(String.raw`/\1`)}`, 'gsu');
  return xml
    .replace(list, (_, name, inside) => itemsIn(inside, `d.${name}[i]`) + itemsIn(inside, `d.${name}[i+1]`))
    .replace(/\{([a-z][a-z0-9_]*)\}/gu, '{d.$1}');
}

function itemsIn(inside, scope) {
  return inside
    .replace(/\{#doan_dau\}([^{]*)\{\/doan_dau\}/gu, `{${scope}.doan_dau:ifEQ(true):show('$1'):elseShow('')}`)
    .replaceAll('{.}', `{${scope}.item}`)
    .replace(/\{([a-z][a-z0-9_]*)\}/gu, `{${scope}.$1}`);
}
