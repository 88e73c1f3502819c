import { createHash } from 'node:crypto';
import { Linter } from 'eslint';
import { noChance } from '../../eslint.chance.mjs';
import { bytesFor, diceFor, TEST_SEED } from '../support/chance.js';
import { Dice } from '../support/dice.js';
import { tracesOf } from '../support/traces.js';

const linter = new Linter();
const refusals = (line: string): number =>
  linter.verify(line, [{ rules: { 'no-restricted-syntax': ['error', ...noChance] } }]).length;

describe('the linter of tests', () => {
  it.each([
    ['a draw without a seed', 'await pause(Math.random() * 10);'],
    ['bytes without a seed', "import { randomBytes } from 'node:crypto';"],
    ['a property without the seed of the run', 'fc.assert(fc.property(fc.nat(), holds));'],
    ['four digits that must be absent', "expect(body).not.toContain('0987');"],
    ['few hex digits that must be absent', "expect(JSON.stringify(rows)).not.toContain('abc12');"],
    ['four digits among other words', 'expect(JSON.stringify(rows)).not.toMatch(/Bảo Ngọc|0987|Thắm/u);'],
    ['few letters that a key may hold', 'expect(page).not.toMatch(/ECONNREFUSED|SQL/iu);'],
    ['any run of digits', 'expect(text).not.toMatch(/0\\d{3} ?\\d{3} ?\\d{3}/u);'],
    ['a port of one’s own', "server.listen(8080, '127.0.0.1');"],
    ['any load as the answer of a press', "await page.waitForEvent('load', { timeout: 1 });"],
    ['a port of one’s own, in an object', "app.listen({ port: 8080, host: '127.0.0.1' });"],
  ])('refuses %s', (_what, line) => {
    expect(refusals(line)).toBe(1);
  });

  it.each([
    ['whole values that must be absent', "expect(body).not.toContain('0987654321');"],
    ['words with diacritics that must be absent', 'expect(body).not.toMatch(/Khải|Lạch Tray/u);'],
    ['digits that nothing may stand beside', 'expect(text).not.toMatch(/(?<![0-9a-f])0\\d{3}(?![0-9a-f])/u);'],
    ['short values that must be there', "expect(body).toContain('0987');"],
    ['a port that is free', "server.listen(0, '127.0.0.1');"],
    ['an id', "import { randomUUID } from 'node:crypto';"],
  ])('takes %s', (_what, line) => {
    expect(refusals(line)).toBe(0);
  });
});

describe('traces of a person', () => {
  const planted = ['Bảo Ngọc', 'Thắm', '142 Lạch Tray', '0987 654 321', 'tham.lt@example.com'];

  it.each([
    ['as it is', { detail: { text: 'Con tôi là Bảo Ngọc' } }, ['Bảo Ngọc']],
    ['decomposed and in capitals', [{ words: 'BẢO NGỌC'.normalize('NFD') }], ['Bảo Ngọc']],
    ['without diacritics', [{ folded: 'con toi la bao ngoc' }], ['Bảo Ngọc']],
    ['as digits set otherwise', 'gọi 0987.654.321 nhé', ['0987 654 321']],
    ['as digits set close', { phoneKey: '0987654321' }, ['0987 654 321']],
    ['as a key', { 'tham.lt@example.com': 1 }, ['tham.lt@example.com']],
    ['in JSON of its own', { body: '{"name":"Th\\u1eafm"}' }, ['Thắm']],
    ['as bytes', Buffer.from('số 142 Lạch Tray'), ['142 Lạch Tray']],
    ['nowhere', { changed: ['senderName'], at: new Date(0), count: 987, none: null }, []],
  ])('are found %s', (_how, written, found) => {
    expect(tracesOf(written, planted)).toEqual(found);
  });

  it.each(['0987', 'abc123', 'Khai', '142'])('are not asked for by %s, which stands somewhere by chance', (value) => {
    expect(() => tracesOf('', [value])).toThrow('by chance');
  });

  /** Three thousand rows of ids, hashes and keys: the four digits of before stand in some of them, the whole values in none. */
  it('are found in no id, hash or key', () => {
    const dice = new Dice(1022);
    const hash = (): string => createHash('sha256').update(String(dice.next())).digest('hex');
    const rows = Array.from({ length: 3_000 }, () => {
      const [id, sha256, key] = [hash().slice(0, 32), hash(), Buffer.from(hash(), 'hex').toString('base64url')];
      return { id: id.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'), sha256, key };
    });
    expect(JSON.stringify(rows).includes('0987')).toBe(true);
    expect(tracesOf(rows, planted)).toEqual([]);
  });
});

describe('the seed of a run', () => {
  it('gives the same throws for a name each time, and others for another name', () => {
    const throws = (name: string): readonly number[] => {
      const dice = diceFor(name);
      return Array.from({ length: 20 }, () => dice.below(1000));
    };
    expect(throws('a')).toEqual(throws('a'));
    expect(throws('a')).not.toEqual(throws('b'));
    expect(bytesFor('a', 8).equals(bytesFor('a', 8))).toBe(true);
  });

  it('is a whole number', () => {
    expect(Number.isSafeInteger(TEST_SEED)).toBe(true);
  });
});
