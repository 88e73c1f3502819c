import { z } from 'zod';
import { DomainError } from '../../../kernel/domain-error.js';
import { FormPipe, lines, needed, optional } from './form-pipe.js';

const pipe = new FormPipe(z.object({ name: needed('Viết tên.'), note: optional(), rows: lines() }));

describe('a posted form', () => {
  it('is cleaned: composed letters, no empty lines, one line or many', () => {
    const decomposed = 'Ngọc'.normalize('NFD');
    expect(pipe.transform({ name: decomposed, rows: ['a ', '', ' b'], more: 'x' })).toEqual({
      name: 'Ngọc',
      note: '',
      rows: ['a', 'b'],
    });
    expect(pipe.transform({ name: 'A', rows: 'một' }).rows).toEqual(['một']);
  });

  it.each([
    ['missing', {}],
    ['empty', { name: ' ' }],
    ['doubled', { name: ['a', 'b'] }],
    ['nothing at all', undefined],
  ])('is refused with the sentence of the field that is %s', (_rule, posted) => {
    const refusal = new DomainError('input-invalid', { field: 'name', message: 'Viết tên.' });
    expect(() => pipe.transform(posted)).toThrow(refusal);
  });

  it('that sends a field twice is refused in words, where the field has no sentence for it', () => {
    expect(() => pipe.transform({ name: 'A', note: ['a', 'b'] })).toThrow(
      new DomainError('input-invalid', {
        field: 'note',
        message: 'Biểu mẫu gửi một ô hai lần nên không biết dùng giá trị nào. Mở lại trang rồi làm lại.',
      }),
    );
  });
});

describe('an address', () => {
  it('that says a parameter twice is refused for that, whatever else the parameter must be', () => {
    for (const given of [{ name: ['a', 'b'] }, { name: 'a', note: ['a', 'b'] }]) {
      const field = 'note' in given ? 'note' : 'name';
      expect(() => pipe.transform(given, { type: 'query' })).toThrow(new DomainError('parameter-twice', { field }));
    }
    expect(pipe.transform({ name: 'a', rows: ['a', 'b'] }, { type: 'query' }).rows).toEqual(['a', 'b']);
  });
});
