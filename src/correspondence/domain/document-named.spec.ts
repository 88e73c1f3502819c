import { documentNamed, documentWords } from './document-named.js';

const DOCUMENT = { arrivalNumber: 12, senderName: 'Sở Nội vụ' };

describe('a document in a notice', () => {
  it('is named by its number and its agency', () => {
    expect(documentNamed(DOCUMENT)).toBe('Văn bản đến số 12 của Sở Nội vụ');
    expect(documentWords(DOCUMENT, { personWroteBy: null })).toBe('văn bản đến số 12 của Sở Nội vụ');
  });

  it('names no person who wrote it', () => {
    expect(documentWords({ ...DOCUMENT, senderName: 'Trần Thị Mai' }, { personWroteBy: 'post' })).toBe(
      'văn bản đến số 12',
    );
  });
});
