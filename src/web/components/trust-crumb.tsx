import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** The way back to the trust store. */
export function TrustCrumb(): VNode {
  return (
    <nav class="ha-crumb" aria-label="Đường dẫn">
      <a href="/kho-tin-cay">
        <Icon name="left" />
        Kho tin cậy
      </a>
    </nav>
  );
}
