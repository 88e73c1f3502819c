import { AGENCY_PHRASES } from './agency-phrases.js';
import { FIELD_PHRASES } from './field-phrases.js';
import { phraseOf, phrasesIn, type Form } from './phrases.js';

const ALL = Object.values({ ...FIELD_PHRASES, ...AGENCY_PHRASES }).flat();

describe('the phrases by which fields and agencies are known', () => {
  it.each<Form>(['marked', 'bare'])('are all found whole in a text, %s', (form) => {
    const lost = ALL.filter((phrase) => {
      const known = phraseOf(phrase, form);
      const found = phrasesIn(`Kính gửi ${phrase}`, form, (one) => one === known);
      return !found.some((one) => one.phrase === known);
    });
    expect(lost).toEqual([]);
  });
});
