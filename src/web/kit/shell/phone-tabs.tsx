import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import type { Place, ViewerView } from './page-frame.js';
import { placeFor, placesOf } from './places.js';

/** The same places under the thumb. */
export function PhoneTabs({ viewer, place }: { viewer: ViewerView; place: Place | null }): VNode {
  const here = placeFor(viewer, place);
  return (
    <nav class="ha-tabs" aria-label="Chính, trên điện thoại">
      {placesOf(viewer).map((one) => (
        <a key={one.place} href={one.href} aria-current={one.place === here ? 'page' : undefined}>
          <Icon name={one.icon} />
          {one.shortLabel}
        </a>
      ))}
    </nav>
  );
}
