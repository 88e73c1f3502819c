import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { unpackEntry } from '../../src/files/domain/zip/unpack.js';
import { readZipDirectory } from '../../src/files/domain/zip/zip-directory.js';
import { ONCE_SAID } from '../support/words-once-said.js';
import { bannedIn, mayHoldBanned } from '../support/words-of-offices.js';

const ROOT = join(import.meta.dirname, '../..');

/** Where other people speak, or words are only looked for. */
const OTHERS_SPEAK: readonly (readonly [file: RegExp, why: string])[] = [
  [/\.spec\.tsx?$|\.fixture\.ts$/u, 'tests'],
  [/^src\/privacy\//u, 'words by which names are found in what people write'],
  [
    /^src\/proposals\/domain\/model\/(?:field|agency)-phrases\.ts$/u,
    'words by which a matter is known in what people write',
  ],
  [/^src\/tickets\/domain\/intake\/nature-model\.ts$/u, 'words learnt from papers as people write them'],
  [/^src\/cli\/demo\/source-letter\.ts$/u, "the department's own letter, word for word"],
  [/^integrations\/e-office\/simulator\/samples\.ts$/u, 'feedback as people write it'],
];

/** A heading of one word may have no marks: `Xong`. */
const ONE_WORD = /^\s*[A-Z][a-z]+\s*$/u;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !OTHERS_SPEAK.some(([pattern]) => pattern.test(file)));
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Each literal and text of JSX with its line. */
function textsOf(file: string, source: string): { readonly line: number; readonly text: string }[] {
  const kind = file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind);
  const texts: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && (VIETNAMESE.test(text) || ONE_WORD.test(text))) {
      texts.push({ line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function foundInSources(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const source = read(file);
    if (!mayHoldBanned(source)) return [];
    return textsOf(file, source).flatMap(({ line, text }) =>
      bannedIn(text, file).map((words) => `${file}:${String(line)} ${words}`),
    );
  });
}

/** Pages of documentation without what is typed: commands, paths, names in code. */
function foundInPages(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    read(file)
      .replaceAll(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)/gu, (typed) => typed.replaceAll(/[^\n]/gu, ' '))
      .split('\n')
      .flatMap((text, index) => bannedIn(text, file).map((words) => `${file}:${String(index + 1)} ${words}`)),
  );
}

/** What Word shows of a document, its headers and footers among it: a paragraph a line. */
async function paragraphsOf(file: string): Promise<readonly string[]> {
  const archive = readFileSync(join(ROOT, file));
  const parts = readZipDirectory(archive).filter(({ name }) =>
    /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name),
  );
  const texts = await Promise.all(parts.map(async (part) => (await unpackEntry(archive, part)).toString('utf8')));
  return texts.flatMap((xml) => xml.split('</w:p>').map((paragraph) => paragraph.replaceAll(/<[^>]*>/gu, '')));
}

describe('the words that people read', () => {
  it('are those of offices, in every text of the program and of its letters', () => {
    const files = [
      ...filesIn('src', /\.(ts|tsx|js)$/u),
      ...filesIn('integrations', /\.(ts|tsx)$/u),
      ...filesIn('templates', /\.ts$/u),
    ];
    expect(foundInSources(files)).toEqual([]);
  });

  it('are those of offices in samples of letters and in what is written for administrators', () => {
    const files = [
      ...filesIn('templates', /\.json$/u),
      ...['README.vi.md', 'CHANGELOG.md', '.env.example'],
      ...filesIn('docs/operations', /(?<!testing|soap)\.md$/u),
    ];
    expect(foundInPages(files)).toEqual([]);
  });

  it.each(filesIn('templates', /\.docx$/u))('are those of offices in %s', async (file) => {
    const paragraphs = await paragraphsOf(file);
    expect(paragraphs.join('')).toMatch(VIETNAMESE);
    expect(paragraphs.flatMap((text) => bannedIn(text, file))).toEqual([]);
  });

  it.each(ONCE_SAID.map(([said, file = '']) => ({ said, file })))('are never again: $said', ({ said, file }) => {
    expect([bannedIn(said, file).length > 0, mayHoldBanned(`'${said}'`)]).toEqual([true, true]);
  });

  it.each([
    ['a word of the list', 'Chờ ký trên E-office', 1],
    ['a word across lines', 'Chuyển về\n      công\n      dân', 1],
    ['the old style of tone marks', 'Xoá điều kiện', 1],
    ['a word inside a longer one', 'thiết bị kết nối', 0],
    ['the law on receiving citizens', 'Luật Tiếp công dân 2013', 0],
    ['what sounds alike', 'quý cơ quan, làm thay đổi, chậm trễ, đã đóng dấu, thủy lợi', 0],
  ])('are told apart: %s', (_what, text, found) => {
    expect([bannedIn(text).length, found === 0 || mayHoldBanned(text)]).toEqual([found, true]);
  });
});
