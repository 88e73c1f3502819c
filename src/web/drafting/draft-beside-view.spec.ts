import type { Role } from '../../kernel/actor.js';
import { standardTexts } from './draft-beside-view.js';

describe('the texts of a unit beside a letter', () => {
  const shown = (role: Role, edit: boolean, texts: number) =>
    standardTexts(
      { actor: { id: 'a', name: 'A', unitId: 'u', roles: [role] }, may: { edit } as never },
      { standard: Array.from({ length: texts }, (_, at) => ({ id: String(at), heading: 'A', text: 'B' })) },
    );

  it.each<[string, Role, number, [number, string | null] | null]>([
    ['a unit head, also where there is none yet', 'unitHead', 0, [0, '/doan-mau']],
    ['supervision, which keeps none, without the way to keep them', 'supervisor', 2, [2, null]],
    ['supervision not, where there is none', 'supervisor', 0, null],
  ])('are offered to %s', (_who, role, texts, expected) => {
    const found = shown(role, true, texts);
    expect(found && [found.texts.length, found.keptAt]).toEqual(expected);
    expect(shown(role, false, texts)).toBeNull();
  });
});
