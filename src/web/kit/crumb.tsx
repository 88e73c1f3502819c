import type { VNode } from 'preact';
import { Icon } from './icon.js';

export interface CrumbProps {
  readonly href: string;
  readonly label: string;
}

/** The way back to the page above. */
export function Crumb({ href, label }: CrumbProps): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href={href}>
        <Icon name="left" />
        {label}
      </a>
    </nav>
  );
}
