import type { VNode } from 'preact';
import type { DeadlineTone, DeadlineWords } from '../kit/words/deadline.js';
import { Icon, type IconName } from '../kit/icon.js';

const MARKS: Readonly<Record<DeadlineTone, IconName | null>> = {
  late: 'alert',
  today: 'clock',
  soon: 'clock',
  far: null,
  pause: 'pause',
  done: 'check',
  donelate: 'clock',
};

/** The only carrier of urgency: a mark and words, never shortened. */
export function DeadlinePill({ deadline }: { deadline: DeadlineWords }): VNode {
  const mark = MARKS[deadline.tone];
  return (
    <span class={`ha-pill ha-pill-${deadline.tone}`}>
      {mark !== null && <Icon name={mark} />}
      {deadline.words}
    </span>
  );
}
