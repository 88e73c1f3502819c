import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';
import { Panel } from '../kit/panel.js';

/** One thing that the lint of a template says. */
export interface TemplateFindingView {
  /** `Thân văn bản, trường {nguoi_ki}` */
  readonly place: string;
  readonly message: string;
  readonly mend: string;
}

export function TemplateFindings({
  id,
  heading,
  tone,
  findings,
}: {
  id: string;
  heading: string;
  tone: 'error' | 'warning';
  findings: readonly TemplateFindingView[];
}): VNode | null {
  if (findings.length === 0) return null;
  return (
    <Panel id={id} heading={heading} aside={<span class="ha-small ha-mute">{findings.length} chỗ</span>}>
      <ul class="ha-find-list">
        {findings.map(({ place, message, mend }) => (
          <li key={place + message}>
            <Icon name={tone === 'error' ? 'x' : 'warn'} tone={tone === 'error' ? 'bad' : undefined} />
            <div>
              <span class="ha-vh">{tone === 'error' ? 'Lỗi: ' : 'Lưu ý: '}</span>
              <strong>{place}.</strong> {message}
              <small>{mend}</small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
