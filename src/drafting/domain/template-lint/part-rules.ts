import { NEEDED_PLACES, PLACE_NAMES, placeWords } from '../places.js';
import { isOnThisMachine } from '../../../files/domain/inspection/office/relations.js';
import { nearestTo } from '../nearest.js';
import { NOTHING_NEAR, type FindingCode, type TemplateFinding } from './finding.js';
import { decoded } from './part-text.js';

/** The parts of a DOCX as text, by name. */
export type Parts = ReadonlyMap<string, string>;

const MAIN = 'word/document.xml';
/** Types of parts in which tags are filled. Source: docxtemplater, js/filetypes.js and js/modules/common.js. */
const FILLED_TYPE =
  /(wordprocessingml\.(document\.main|template\.main|header|footer|footnotes|comments|settings)|core-properties|extended-properties|custom-properties|drawingml\.diagram(Data|Drawing))\+xml$/u;
const TAG = /\{[#^/]?[a-z][a-z0-9_]*\}/gu;

function finding(
  code: FindingCode,
  part: string,
  tag: string | null,
  words: readonly [string, string],
): TemplateFinding {
  const [message, suggestion] = words;
  return { code, part, tag, message, suggestion };
}

/** Whether tags in a part are filled: by the type that the package gives it, never by its name. */
export function filledParts(parts: Parts): readonly string[] {
  const types = new Map(
    [...(parts.get('[Content_Types].xml') ?? '').matchAll(/<Override\b[^>]*>/gu)].map(([override]) => [
      /\bPartName\s*=\s*["']\/?([^"']*)["']/u.exec(override)?.[1] ?? '',
      /\bContentType\s*=\s*["']([^"']*)["']/u.exec(override)?.[1] ?? '',
    ]),
  );
  return [...parts.keys()].filter((part) => FILLED_TYPE.test(types.get(part) ?? ''));
}

/** Tags where nobody fills them: in parts of other types, in attributes, in the instructions of fields. */
export function tagsNotFilled(parts: Parts): readonly TemplateFinding[] {
  const filled = filledParts(parts);
  return [...parts].flatMap(([part, xml]) => {
    const places = filled.includes(part)
      ? outOfReach(xml)
      : [decoded(xml.replace(/<[^>]*>/gu, '')), outOfReach(xml).join(' ')];
    const tags = new Set(places.flatMap((text) => [...text.matchAll(TAG)].map(([tag]) => tag.slice(1, -1))));
    return [...tags].map((tag) =>
      finding('part-not-filled', part, tag, [
        'Trường đặt ở đây không được điền (phần này của tệp, hoặc trong thuộc tính, mã trường của Word).',
        'Chuyển trường vào nội dung, đầu trang, chân trang hoặc chú thích của văn bản.',
      ]),
    );
  });
}

/** Attributes and field instructions. */
function outOfReach(xml: string): readonly string[] {
  const attributes = [...xml.matchAll(/\s[\w:]+\s*=\s*"([^"]*)"|\s[\w:]+\s*=\s*'([^']*)'/gu)];
  const instructions = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, text = '']) => text).join('');
  return [...attributes.map(([, one, other]) => decoded(one ?? other ?? '')), decoded(instructions)];
}

/** Merge fields of Word's own letters. */
export function mergeFields(parts: Parts, known: readonly string[]): readonly TemplateFinding[] {
  return [...parts].flatMap(([part, xml]) =>
    [...instructionsOf(xml).matchAll(/\bMERGEFIELD\s+"?([^\s"\\]+)/gu)].map(([, name = '']) => {
      const nearest = nearestTo(name, known);
      return finding('tag-foreign', part, name, [
        'Đây là trường trộn thư của Word; trường ở đây viết trong một cặp ngoặc nhọn.',
        nearest === null ? NOTHING_NEAR : `{${nearest}}`,
      ]);
    }),
  );
}

/** A placeholder is marked by a link without a target, which is removed from the PDF. */
const PLACE = /\/place\/[^/]*$/u;

/** Links, pictures and templates outside of the file: a document that goes out on paper or signed brings everything along. */
export function externalLinks(parts: Parts): readonly TemplateFinding[] {
  return [...parts].flatMap(([part, xml]) => {
    const targets = part.endsWith('.rels') ? relationTargets(xml) : fieldTargets(xml);
    return targets
      .filter((target) => !PLACE.test(target))
      .map((target) =>
        finding('link-external', part, target, [
          'Mẫu dẫn tới một nơi ngoài tệp (siêu liên kết, hình, mẫu gốc hoặc tệp khác).',
          'Bỏ liên kết, chỉ để lại chữ (chọn rồi bấm Ctrl+Shift+F9); hình thì chèn hẳn vào mẫu.',
        ]),
      );
  });
}

function relationTargets(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gu)]
    .filter(([relation]) => /TargetMode\s*=\s*["']External["']/u.test(relation))
    .map(([relation]) => ({ relation, target: decoded(/\bTarget\s*=\s*["']([^"']*)["']/u.exec(relation)?.[1] ?? '') }))
    .filter(({ relation, target }) => !(/\/attachedTemplate["']/u.test(relation) && isOnThisMachine(target)))
    .map(({ target }) => target);
}

function fieldTargets(xml: string): readonly string[] {
  return [...instructionsOf(xml).matchAll(/\bHYPERLINK\s+"?((?:\w+:|\\\\)[^\s"]+)/giu)].map(
    ([, target = '']) => target,
  );
}

export function instructionsOf(xml: string): string {
  const long = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, text = '']) => text).join('');
  const simple = [...xml.matchAll(/w:instr\s*=\s*["']([^"']*)["']/gu)].map(([, text = '']) => text).join(' ');
  return decoded(`${long} ${simple}`);
}

/**
 * Places for number, date and signature: each a hyperlink `…/place/NAME` in the document, once. A document that nobody signs needs none.
 */
export function placeFindings(parts: Parts, isSigned: boolean): readonly TemplateFinding[] {
  const links = placeLinks(parts);
  const names = links.map(({ name }) => name);
  const unknown = links.filter(({ name }) => !isPlace(name));
  const missing = isSigned ? NEEDED_PLACES.filter((place) => !names.includes(place)) : [];
  const twice = PLACE_NAMES.filter((place) => names.filter((name) => name === place).length > 1);
  return [
    ...unknown.map(({ part, name }) => {
      const nearest = nearestTo(name, PLACE_NAMES);
      return finding('place-unknown', part, name, [
        'Không có chỗ để trống nào mang tên này.',
        nearest === null ? `Các tên dùng được: ${PLACE_NAMES.join(', ')}.` : `https://hoi-am.local/place/${nearest}`,
      ]);
    }),
    ...missing.map((place) =>
      finding('place-missing', MAIN, place, [
        `Mẫu thiếu chỗ để trống cho ${placeWords(place)}.`,
        `Đặt siêu liên kết https://hoi-am.local/place/${place} vào chỗ đó.`,
      ]),
    ),
    ...twice.map((place) =>
      finding('place-twice', MAIN, place, [
        `Chỗ để trống cho ${placeWords(place)} có hai lần.`,
        'Chỉ giữ một chỗ, xóa siêu liên kết ở chỗ kia.',
      ]),
    ),
  ];
}

function isPlace(name: string): boolean {
  return PLACE_NAMES.some((known) => known === name);
}

/** Each use of a place's link, by the relations of the part that uses it. */
function placeLinks(parts: Parts): readonly { readonly part: string; readonly name: string }[] {
  return [...parts].flatMap(([part, xml]) => {
    const relations = parts.get(part.replace(/(?<![^/])([^/]+)$/u, '_rels/$1.rels')) ?? '';
    return [...relations.matchAll(/<Relationship\b[^>]*>/gu)].flatMap(([relation]) => {
      const name = /\bTarget\s*=\s*["'][^"']*\/place\/([^"'/]*)["']/u.exec(relation)?.[1];
      const id = /\bId\s*=\s*["']([^"']*)["']/u.exec(relation)?.[1];
      if (name === undefined || id === undefined) return [];
      const uses = xml.split(`r:id="${id}"`).length - 1;
      return Array<{ part: string; name: string }>(uses).fill({ part, name });
    });
  });
}
