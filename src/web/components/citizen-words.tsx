import type { VNode } from 'preact';
import { Facts, type Fact } from './facts.js';
import { Files, type FileView } from './files.js';
import { Panel } from './panel.js';
import { Paragraphs } from './paragraphs.js';

/** What the citizen sent, word for word. */
export interface CitizenWordsView {
  readonly text: string;
  readonly files: readonly FileView[];
  /** Sender (initials when protected), channel, kind, received at, field, level. */
  readonly facts: readonly Fact[];
}

export function CitizenWords({ words }: { words: CitizenWordsView }): VNode {
  return (
    <Panel
      id="t-loi"
      heading="Lời công dân"
      aside={<span class="ha-small ha-mute">nguyên văn, không sửa được</span>}
      footer={<Facts facts={words.facts} columns={2} />}
    >
      <div class="ha-words">
        <Paragraphs text={words.text} />
      </div>
      <Files files={words.files} />
    </Panel>
  );
}
