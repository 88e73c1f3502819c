import { guessSenders } from '../support/guessed-senders.js';

describe('rule 21: a school that guesses who complained', () => {
  it('gets the same answers for every sender, wherever it can write or ask', async () => {
    const { guesses, answers, differing, acts } = await guessSenders(30, 30, 'nui-voi');
    expect(differing).toEqual([]);
    expect([guesses, answers > 80]).toEqual([30, true]);
    const written = ['askCitizen', 'askCoordination', 'citizenReplied', 'note', 'proposeAnswer', 'requestExtension'];
    expect(acts).toEqual(expect.arrayContaining([...written, 'requestPublication'].map((act) => `${act} 200`)));
  });
});
