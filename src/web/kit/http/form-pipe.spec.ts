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
});
