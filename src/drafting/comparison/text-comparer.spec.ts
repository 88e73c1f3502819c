import { setImmediate as otherWork } from 'node:timers/promises';
import { comparePart } from './compare-texts.js';
import { TextComparer } from './text-comparer.js';
import { fieldTexts, type ComparedPart } from '../domain/comparison.js';

/** `thu [-450.000 +500.000] đồng`: what is read of a comparison. */
const shown = ({ paragraphs }: ComparedPart): readonly string[] =>
  paragraphs.map(({ stretches }) =>
    stretches
      .map(({ change, text }) => (change === 'same' ? text : `${change === 'added' ? '+' : '-'}[${text}]`))
      .join(''),
  );
const compared = (before: readonly string[], after: readonly string[]): readonly string[] =>
  shown(comparePart({ label: '', before, after }));

describe('two texts, word by word', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['says what stayed', ['Đã xác minh.'], ['Đã xác minh.'], ['Đã xác minh.']],
    [
      'marks whole words with their Vietnamese letters',
      ['Trường thu tiền của học sinh.'],
      ['Trường thu tiên của học viên.'],
      ['Trường thu-[ tiền]+[ tiên] của học-[ sinh]+[ viên].'],
    ],
    [
      'marks numbers apart from their marks',
      ['thu 450.000 đồng;'],
      ['thu 500.000 đồng.'],
      ['thu-[ 450]+[ 500].000 đồng-[;]+[.]'],
    ],
    ['marks a paragraph that came', ['Một.', 'Ba.'], ['Một.', 'Hai.', 'Ba.'], ['Một.', '+[Hai.]', 'Ba.']],
    ['marks a paragraph that went', ['Một.', 'Hai.'], ['Hai.'], ['-[Một.]', 'Hai.']],
    ['marks what was written where nothing stood', [], ['Một.'], ['+[Một.]']],
    ['marks what was taken away wholly', ['Một.'], [], ['-[Một.]']],
  ])('%s', (_rule, before, after, expected) => {
    expect(compared(before, after)).toEqual(expected);
  });

  it('gives back both texts, whatever was changed', () => {
    const [before, after] = [
      ['Ông A nêu 3 việc.', 'Việc thứ nhất: thu tiền.', 'Việc thứ hai.'],
      ['Bà B nêu 2 việc.', 'Việc thứ nhất: trả tiền (đã xong).'],
    ];
    const { paragraphs } = comparePart({ label: '', before, after });
    const words = (...changes: readonly string[]): string =>
      paragraphs
        .flatMap(({ stretches }) => [...stretches.filter(({ change }) => changes.includes(change)), { text: ' ' }])
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/gu, ' ')
        .trim();
    expect(words('same', 'removed')).toBe(before.join(' '));
    expect(words('same', 'added')).toBe(after.join(' '));
  });
});

describe('the fields of two revisions', () => {
  it('stand in the order of the form, by its words, those that neither has left out', () => {
    const labels = { trich_yeu: 'Trích yếu', noi_nhan: 'Nơi nhận', theo_doi: 'Theo dõi' };
    const parts = fieldTexts(
      labels,
      { noi_nhan: ['Như trên', 'Lưu: VT.'], trich_yeu: 'a  b', theo_doi: '' },
      { trich_yeu: 'a\nb', muc: [{ tieu_de: 'I', viec: ['x'] }] },
    );
    expect(parts).toEqual([
      { label: 'Trích yếu', before: ['a b'], after: ['a', 'b'] },
      { label: 'Nơi nhận', before: ['Như trên', 'Lưu: VT.'], after: [] },
      { label: 'muc', before: [], after: ['I', 'x'] },
    ]);
  });
});

describe('texts of 200 KB', () => {
  let comparer: TextComparer;
  beforeAll(() => {
    comparer = new TextComparer();
  });
  afterAll(() => comparer.onApplicationShutdown());

  const long = (word: string, paragraphs: number): readonly string[] =>
    Array.from({ length: paragraphs }, (_, at) =>
      Array.from(
        { length: Math.ceil(200_000 / 6 / paragraphs) },
        (_w, n) => `${word}${(at * 7919 + n * 104_729) % 9_973}`,
      ).join(' '),
    );

  it.each([
    ['one paragraph in which every word differs', long('a', 1), long('b', 1)],
    ['two thousand paragraphs that all differ', long('a', 2_000), long('b', 2_000)],
    [
      'one paragraph whose words are set in another order',
      long('a', 1),
      [long('a', 1)[0]!.split(' ').toReversed().join(' ')],
    ],
  ])('%s: are compared in time, while other work goes on', async (_what, before, after) => {
    await comparer.compare([]);
    let [turns, isOver] = [0, false];
    const comparing = comparer.compare([{ label: '', before, after }]).finally(() => (isOver = true));
    for (; !isOver; turns += 1) await otherWork();
    expect((await comparing).kind).toBe('compared');
    // Compared in this thread, it would leave other work hardly any.
    expect(turns).toBeGreaterThan(50);
  });
});
