import { KnownWords } from './known-words.js';

describe('Words that come again', () => {
  const made: string[] = [];
  const words = new KnownWords((bytes) => {
    made.push(bytes.toString());
    return { text: bytes.toString() };
  });
  const of = (text: string): { text: string } => words.of(Buffer.from(text), 0, Buffer.byteLength(text));

  beforeEach(() => made.splice(0));

  it('are made once, whatever becomes of the bytes they were read from', () => {
    const bytes = Buffer.from('/Type /Page');
    const type = words.of(bytes, 1, 5);
    bytes.fill(0);
    expect([of('Type'), made]).toEqual([{ text: 'Type' }, ['Type']]);
    expect(of('Type')).toBe(type);
  });

  it('are never taken for each other, however many share a slot', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `word ${at}`);
    expect(texts.map((text) => of(text).text)).toEqual(texts);
    expect(texts.map((text) => of(text).text)).toEqual(texts);
  });

  it('are not kept when they are long', () => {
    expect([of('x'.repeat(100)), of('x'.repeat(100))]).toEqual([{ text: 'x'.repeat(100) }, { text: 'x'.repeat(100) }]);
    expect(made).toHaveLength(2);
  });
});
