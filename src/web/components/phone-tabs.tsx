import type { VNode } from 'preact';
import { Icon } from './icon.js';
import type { Place } from './page-frame.js';
import { PLACES } from './places.js';

/** The same places under the thumb. */
export function PhoneTabs({ place }: { place: Place | null }): VNode {
  return (
    <nav class="ha-tabs" aria-label="Chính, trên điện thoại">
      {PLACES.map((one) => (
        <a key={one.place} href={one.href} aria-current={one.place === place ? 'page' : undefined}>
          <Icon name={one.icon} />
          {one.shortLabel}
        </a>
      ))}
    </nav>
  );
}
