import { runExchange } from './exchange.js';
import { UnusableArguments } from './unusable-arguments.js';

const shut = () => Promise.reject(new Error('The database was opened.'));
const DOORS = { openQueue: shut, openUseCases: shut };

describe('hoi-am exchange', () => {
  it.each<[string, ...string[]]>([
    ['a number for the queue', 'queue', '1'],
    ['an option that nobody knows', 'queue', '--all'],
    ['a retry of nothing', 'retry'],
    ['a retry of two', 'retry', '1', '2'],
    ['a word that is no command', 'toString'],
    ['nothing'],
  ])('cannot be used with %s', async (_what, ...args) => {
    const outcome = runExchange(args, DOORS);
    await expect(outcome).rejects.toThrow(UnusableArguments);
    await expect(outcome).rejects.toThrow(/^hoi-am exchange|^Thiếu MÃ-VIỆC/u);
  });

  it.each([
    ['a retry of what is no number', ['retry', 'abc'], 'Mã việc "abc" phải là số'],
    ['a comparison from a day that is none', ['reconcile', '--from', '31/03/2026'], '--from "31/03/2026" không phải'],
  ])('opens no database for %s', async (_what, args, sentence) => {
    const outcome = await runExchange(args, DOORS);
    expect(outcome).toMatchObject({ exitCode: 2, lines: [], messages: [expect.stringContaining(sentence)] });
  });
});
