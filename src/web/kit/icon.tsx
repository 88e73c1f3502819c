import type { VNode } from 'preact';

/** The symbols of public/img/icons.svg. */
export const ICON_NAMES = [
  'alert',
  'asc',
  'bell',
  'book',
  'calendar',
  'check',
  'circle',
  'clock',
  'desc',
  'down',
  'file',
  'half',
  'inbox',
  'info',
  'left',
  'link',
  'list',
  'lock',
  'mic',
  'minus',
  'moon',
  'pause',
  'photo',
  'plus',
  'refresh',
  'search',
  'send',
  'shield',
  'shieldx',
  'stamp',
  'up',
  'user',
  'users',
  'warn',
  'x',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

/** A mark beside words; never the only carrier of a meaning, so readers skip it. */
export function Icon({ name, tone }: { name: IconName; tone?: 'ok' | 'bad' | undefined }): VNode {
  return (
    <svg class={tone === undefined ? 'ha-i' : `ha-i ha-${tone}`} aria-hidden="true">
      <use href={`/assets/app/img/icons.svg#${name}`} />
    </svg>
  );
}
