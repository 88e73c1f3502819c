import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../kit/icon.js';

/** What the proof says of a letter as a whole; anything but `pass` blocks its release. */
export interface VerdictView {
  readonly tone: 'pass' | 'fail' | 'unknown' | 'wait';
  /** `Bản ký đúng là bản đã trình: 9 trên 9 mục đạt` */
  readonly heading: string;
  readonly text: string;
}

const LOOKS: Readonly<Record<VerdictView['tone'], { readonly class: string; readonly icon: IconName }>> = {
  pass: { class: 'ha-verdict', icon: 'shield' },
  fail: { class: 'ha-verdict is-fail', icon: 'shieldx' },
  unknown: { class: 'ha-verdict is-wait', icon: 'half' },
  wait: { class: 'ha-verdict is-wait', icon: 'clock' },
};

export function Verdict({ verdict, children }: { verdict: VerdictView; children?: ComponentChildren }): VNode {
  const look = LOOKS[verdict.tone];
  return (
    <div class={look.class}>
      <h2 id="ket-luan">
        <Icon name={look.icon} />
        {verdict.heading}
      </h2>
      {children !== undefined && <div class="ha-acts">{children}</div>}
      <p>{verdict.text}</p>
    </div>
  );
}
