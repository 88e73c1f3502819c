import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';

/** The way back from a page about a circular. */
export function CircularsCrumb({
  href = '/quan-triet',
  label = 'Quán triệt văn bản',
}: {
  href?: string;
  label?: string;
}): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href={href}>
        <Icon name="left" />
        {label}
      </a>
    </nav>
  );
}
