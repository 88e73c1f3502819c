import { ObjectSearch } from './object-search.js';

const searched = (text: string): ObjectSearch => {
  const bytes = Buffer.from(text, 'latin1');
  return new ObjectSearch(bytes, 0, bytes.length);
};

describe('ObjectSearch', () => {
  it.each<[string, string, readonly number[]]>([
    ['an object', '5 0 obj', [0]],
    ['a generation that touches the word', ' 5 0obj', [1]],
    ['a vertical tab and a blank that does not break', '5\v0\u00a0obj', [0]],
    ['a comment between two words', '5 % x\r0 %\nobj', [0]],
    ['an object inside a comment', '% 5 0 obj', [2]],
    ['an object behind a number', '7 5 0 obj', [2]],
    ['two objects in one line', '15 0 obj 16 0 obj', [0, 9]],
  ])('finds %s', (_what, text, places) => {
    expect(searched(text).objects()).toEqual(places);
  });

  it.each<[string, string]>([
    ['the end of an object', '5 0 endobj'],
    ['one number', '5 obj'],
    ['a number that goes on', '5 0 % obj'],
    ['a word between the numbers', '5 x 0 obj'],
  ])('does not take %s for an object', (_what, text) => {
    expect(searched(text).objects()).toEqual([]);
  });

  it('counts trailers, however far away their dictionary is', () => {
    expect(searched('trailer<< trailer % <<\n\n << trailer % <<\n x trailer <').trailers()).toBe(2);
  });

  it.each<[string, string]>([
    ['comments in one line', '5 % '.repeat(250_000)],
    ['comments line by line', '%5 %\n'.repeat(200_000)],
    ['blanks behind each number', `5${' '.repeat(4)}\n`.repeat(200_000)],
    ['blanks behind all numbers', `5 5 ${'\n'.repeat(500_000)}x`.repeat(2)],
    ['words without a number', `${'\n'.repeat(500_000)}${'obj '.repeat(100_000)}`],
  ])('reads %s in a few passes', (_what, text) => {
    const before = process.cpuUsage();
    const search = searched(text);
    expect([search.objects(), search.trailers()]).toEqual([[], 0]);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  });
});
