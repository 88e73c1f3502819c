import { requireFitting, type CopyChoice } from './copy-choice.js';

const refusalOf = (choice: Partial<CopyChoice>): unknown => {
  try {
    requireFitting({ form: 'SY', source: 'scan', pages: '', askedBy: '', ...choice });
    return null;
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
};

describe('what a copy may be', () => {
  it.each<[string, Partial<CopyChoice>, string | null]>([
    ['a true copy is of the whole document', {}, null],
    ['a true copy of some pages is none', { pages: '1' }, 'pages'],
    ['a copy of a copy of some pages is none', { form: 'SL', pages: '1-2' }, 'pages'],
    ['an extract names its pages', { form: 'TrS', pages: ' ', askedBy: 'Ông An' }, 'pages'],
    ['an extract names who asked', { form: 'TrS', pages: '1', askedBy: ' ' }, 'askedBy'],
    ['an extract of a letter of the agency', { form: 'TrS', source: 'outgoing', pages: '1', askedBy: 'Ông An' }, null],
    ['a copy of a copy is made of what came in', { form: 'SL', source: 'incoming' }, null],
    ['a copy of a copy is not made of an original', { form: 'SL', source: 'outgoing' }, 'form'],
  ])('%s', (_rule, choice, field) => expect(refusalOf(choice)).toBe(field));
});
