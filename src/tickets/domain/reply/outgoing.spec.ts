import { DIVERSIONS } from '../intake/intake-nature.js';
import { requireOutgoing, type OutgoingText } from './outgoing.js';

function refusalOf(given: OutgoingText): unknown {
  try {
    return requireOutgoing('text', given, LENGTHS);
  } catch (error) {
    return error;
  }
}

const LENGTHS = { shortest: 10, longest: 400 };
const NOTE = 'Đã mời phụ huynh em Bùi Văn Khải, số 0912 345 678, đến trường.';

describe('rule 20: words for the citizen', () => {
  it('rule 20: are held back where they name something private, by kinds and not by the words', () => {
    expect(refusalOf({ text: NOTE })).toMatchObject({
      code: 'text-held-back',
      details: { field: 'text', kinds: 'tên học sinh, số điện thoại' },
    });
  });

  it('go as they are when somebody has looked, and trimmed', () => {
    expect(requireOutgoing('text', { text: ` ${NOTE} `, verbatim: true }, LENGTHS)).toBe(NOTE);
  });

  it('go by themselves where nothing is private in them', () => {
    const text = 'Nhà trường đã trả lại 450.000 đồng theo Công văn 513/SGDĐT-GDTrH.';
    expect(requireOutgoing('text', { text }, LENGTHS)).toBe(text);
  });

  it('are refused as too short even when somebody has looked', () => {
    expect(refusalOf({ text: 'Đã xem', verbatim: true })).toMatchObject({ code: 'input-invalid' });
  });

  it.each(Object.entries(DIVERSIONS))('are ready to go where the agency prepares them: %s', (_nature, { text }) => {
    expect(requireOutgoing('text', { text }, { shortest: 1, longest: 2000 })).toBe(text.trim());
  });
});
