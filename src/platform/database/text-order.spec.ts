import { isBlindToMarks } from './text-order.js';

describe('a database that takes letters for equal that differ only in their marks', () => {
  const answering = (name: string | null) => {
    const query = <T>(): Promise<T> => Promise.resolve([{ name }] as T);
    return { dialect: 'mssql', reader: { query } } as const;
  };

  it.each([
    ['Vietnamese_100_CI_AS', false],
    ['SQL_Latin1_General_CP1_CI_AS', false],
    ['Vietnamese_100_CS_AS_KS_WS_SC_UTF8', false],
    ['Latin1_General_100_BIN2', false],
    ['Vietnamese_CI_AI', true],
    ['vietnamese_ci_ai', true],
    ['Latin1_General_100_CI_AI_SC_UTF8', true],
    [null, false],
  ])('is told by its collation: %s', async (name, isBlind) => {
    expect(await isBlindToMarks(answering(name))).toBe(isBlind);
  });
});
