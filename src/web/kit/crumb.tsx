import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** The way back to the page above. */
export function Crumb({ href, label }: { href: string; label: string }): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href={href}>
        <Icon name="left" />
        {label}
      </a>
    </nav>
  );
}
