import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.js';

export type NoteTone = 'plain' | 'pass' | 'fail';

const MARKS: Readonly<Record<NoteTone, IconName>> = { plain: 'info', pass: 'check', fail: 'alert' };

export interface NoteProps {
  readonly tone?: NoteTone;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** Something to know that stays in the flow of the page. A failure is read out at once, the rest politely. */
export function Note({ tone = 'plain', icon, children }: NoteProps): VNode {
  return (
    <div class={tone === 'plain' ? 'ha-note' : `ha-note ha-note-${tone}`} role={tone === 'fail' ? 'alert' : 'status'}>
      <Icon name={icon ?? MARKS[tone]} />
      <div>{children}</div>
    </div>
  );
}
