import type { VNode } from 'preact';
import type { CutList } from '../../platform/cut-lists.js';
import { count } from './words/numbers.js';
import { Note } from './note.js';

/** Which lists of a page are longer than what it shows. */
export function CutLists({ cut }: { cut: readonly CutList[] }): VNode | null {
  if (cut.length === 0) return null;
  return (
    <Note>
      {cut.map(({ name, shown, left, how }) => (
        <p key={name}>
          <strong>{name}:</strong> trang này hiện {count(shown)}, còn {count(left)} chưa hiện. {how}
        </p>
      ))}
    </Note>
  );
}
