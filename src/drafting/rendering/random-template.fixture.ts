import fc from 'fast-check';
import type { TagValues } from '../../../templates/document-fields.js';

/** What people type, and what they should not. */
export const printableWords = fc.constantFrom(
  ...['', '', 'Hải Phòng', ' hai  dấu cách ', 'A & B <w:p/> "x" \'y\'', '{b}', '😀 ký tự ghép', 'tab\tvà\r\nCRLF'],
  ...['dòng một\ndòng hai', '\n', 'cuối\n', '\nđầu\n\nba', 'Ủy ban'.normalize('NFD')],
);
const words = fc.oneof(
  { weight: 60, arbitrary: printableWords },
  { weight: 1, arbitrary: fc.constantFrom('nửa \ud83d', 'chuông \u0007') },
);

/** Tags that mostly stand where they belong: now and then a list is printed, or a word repeated over. */
const field = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 1, arbitrary: fc.constantFrom('yes', 'd1', 'd3', '.') },
);
const list = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom('d1', 'd2', 'd3', 'yes', 'no') },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b') },
);
const opening = fc.constantFrom('#', '#', '^');
const properties = fc.constantFrom('', '', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:i/><w:sz w:val="26"/></w:rPr>');

/** Text inside one run: words, fields, loops inside the line. */
const { inline } = fc.letrec<{ inline: string; one: string }>((tie) => ({
  one: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('chữ ', '- ', ' ', '1. ') },
    { weight: 5, arbitrary: field.map((tag) => `{${tag}}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(opening, list, tie('inline'))
        .map(([mark, tag, inside]) => `{${mark}${tag}}${inside}{/${tag}}`),
    },
  ),
  inline: fc.array(tie('one'), { maxLength: 3 }).map((all) => all.join('')),
}));

const run = fc
  .tuple(properties, fc.constantFrom('', ' xml:space="preserve"'), inline)
  .map(([look, space, text]) => `<w:r>${look}<w:t${space}>${text}</w:t></w:r>`);

/** A tag that Word has torn over several runs. */
const torn = fc
  .tuple(properties, properties, list)
  .map(
    ([one, two, tag]) =>
      `<w:r>${one}<w:t>{#${tag.slice(0, 1)}</w:t></w:r><w:r>${two}<w:t>${tag.slice(1)}}</w:t></w:r>` +
      `<w:r><w:t>{a}{/${tag}</w:t></w:r><w:r>${one}<w:t>}</w:t></w:r>`,
  );

/** A loop that begins in one run and ends in another: what a line break repeats depends on the data. */
const across = fc
  .tuple(properties, properties, list, field)
  .map(
    ([one, two, loop, tag]) =>
      `<w:r>${one}<w:t>{#${loop}}{${tag}}</w:t></w:r><w:r>${two}<w:t>{${tag}}{/${loop}}</w:t></w:r>`,
  );

const style = fc.constantFrom('', '<w:pPr><w:pStyle w:val="x"/></w:pPr>', '<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>');
const mark = fc.constantFrom('', '', '<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>');
const runs = fc.array(
  fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: torn }, { weight: 1, arbitrary: across }),
  { maxLength: 3 },
);
const paragraph = fc
  .tuple(style, runs, mark)
  .map(([look, inside, end]) => `<w:p>${look}${inside.join('')}${end}</w:p>`);

const alone = (tag: string): string => `<w:p><w:r><w:t>${tag}</w:t></w:r></w:p>`;
const row = (...contents: string[]): string =>
  `<w:tr>${contents.map((content) => `<w:tc><w:tcPr/>${content}</w:tc>`).join('')}</w:tr>`;

/** Paragraphs, loops over paragraphs, tables with loops over rows and inside cells, content controls. */
const { blocks } = fc.letrec<{ blocks: string; block: string; row: string }>((tie) => ({
  row: fc.oneof(
    fc.tuple(paragraph, tie('blocks')).map(([one, two]) => row(one, two + one)),
    fc.tuple(paragraph, tie('blocks')).map(([one, two]) => row(one, two)),
    fc
      .tuple(list, opening, field)
      .map(([loop, sign, tag]) => row(alone(`{${sign}${loop}}{${tag}}`), alone(`{b}{/${loop}}`))),
  ),
  block: fc.oneof(
    { maxDepth: 2 },
    { weight: 5, arbitrary: paragraph },
    {
      weight: 3,
      arbitrary: fc
        .tuple(opening, list, tie('blocks'))
        .map(([sign, loop, inside]) => alone(`{${sign}${loop}}`) + inside + alone(`{/${loop}}`)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('', row('<w:p/>'), `<w:tr/>${row('<w:p/>')}`), fc.array(tie('row'), { maxLength: 2 }))
        .map(([head, others]) => `<w:tbl><w:tblPr/><w:tblGrid/>${head}${others.join('')}</w:tbl>`),
    },
    {
      weight: 1,
      arbitrary: tie('blocks').map((inside) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
    },
  ),
  blocks: fc.array(tie('block'), { maxLength: 3 }).map((all) => all.join('')),
}));

const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

export const randomBody = fc.tuple(blocks, fc.constantFrom(section, section, '')).map(([inside, end]) => inside + end);

const shaped = { noNullPrototype: true } as const;
const item = fc.oneof(
  words,
  fc.record({ a: words, b: words, d2: fc.array(words, { maxLength: 2 }) }, { ...shaped, requiredKeys: [] }),
);

export const randomTags = fc.record(
  {
    a: words,
    b: words,
    c: words,
    yes: fc.constant(true),
    no: fc.constant(false),
    d1: fc.array(words, { maxLength: 3 }),
    d2: fc.array(item, { maxLength: 3 }),
    d3: fc.oneof(fc.array(item, { maxLength: 2 }), fc.record({ a: words }, shaped)),
  },
  shaped,
) as fc.Arbitrary<TagValues>;

/** Data of the same shape: other words, longer and shorter lists. */
export function like(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string') return fc.oneof(printableWords, fc.constant(value));
  if (typeof value === 'boolean') return fc.boolean();
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return first === undefined ? fc.constant([]) : fc.array(like(first), { maxLength: 5 });
  }
  const entries = Object.entries(value as object).map(([key, inner]) => [key, like(inner)] as const);
  return fc.record(Object.fromEntries(entries), shaped);
}
