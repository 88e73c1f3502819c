import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';

/** The way back to what was changed by feedback. */
export function CommendationsCrumb(): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href="/khen-thuong">
        <Icon name="left" />
        Khen thưởng
      </a>
    </nav>
  );
}
