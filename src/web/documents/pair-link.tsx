import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';

/** The other half of a pair of documents: `Đến 1259`, `Đi 512/SGDĐT-VP`. */
export interface PairView {
  readonly label: string;
  readonly href: string;
  /** `Văn bản đến số 1259, 10/03/2026` */
  readonly title: string;
}

export function PairLink({ pair, none }: { pair: PairView | null; none: string }): VNode {
  if (pair === null) return <span class="ha-mute">{none}</span>;
  return (
    <a class="ha-pair" href={pair.href} title={pair.title}>
      <Icon name="link" />
      {pair.label}
    </a>
  );
}
