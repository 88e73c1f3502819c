import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';

/** Whether a book is whole, and the number it gives next; null once its year is over. */
export interface IntegrityView {
  readonly intact: boolean;
  /** `số 1 đến 512 đủ, 3 số hủy, chuỗi khớp; kiểm lúc 07:00` */
  readonly words: string;
  readonly next: string | null;
}

export function Integrity({ integrity }: { integrity: IntegrityView }): VNode {
  return (
    <div class="ha-seal">
      {integrity.intact ? (
        <span class="ha-intact">
          <Icon name="shield" />
          Sổ đủ số
        </span>
      ) : (
        <span class="ha-bad ha-strong">
          <Icon name="shieldx" />
          Sổ không toàn vẹn
        </span>
      )}
      <span class="ha-small ha-mute">{integrity.words}</span>
      {integrity.next !== null && (
        <span class="ha-next">
          Số tiếp theo <strong>{integrity.next}</strong>
        </span>
      )}
    </div>
  );
}
