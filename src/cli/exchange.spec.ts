import { runExchange } from './exchange.js';

describe('hoi-am exchange', () => {
  it.each<[string, ...string[]]>([
    ['a number for the queue', 'queue', '1'],
    ['an option that nobody knows', 'queue', '--all'],
    ['a retry of nothing', 'retry'],
    ['a retry of what is no number', 'retry', 'abc'],
    ['a retry of two', 'retry', '1', '2'],
    ['a word that is no command', 'toString'],
    ['nothing'],
  ])('cannot be used with %s', async (_what, ...args) => {
    const shut = () => Promise.reject(new Error('The house was opened.'));
    const outcome = await runExchange(args, { openQueue: shut, openUseCases: shut });
    expect(outcome).toMatchObject({ exitCode: 2, lines: [] });
    expect(outcome.messages[0]).toMatch(/^Viết: hoi-am exchange/u);
  });
});
