import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import type { ActField } from '../kit/acts/act-field.js';
import { Icon } from '../kit/icon.js';
import { PostForm } from '../kit/post-form.js';
import { Redaction, type RedactionView } from '../identity/redaction.js';

export type NoteAudience = 'internal' | 'hotline';
export type NoteField = 'progress' | 'measure' | 'result';

/** What may be written into a ticket, and to whom. */
export interface ProgressBoxView {
  /** Posts `text`, `audience` (`internal` | `hotline`), `field` (`progress` | `measure` | `result`), `files`. */
  readonly action: string;
  /** Who may be written to, and who is chosen at first. */
  readonly audiences: readonly NoteAudience[];
  readonly audience: NoteAudience;
  /** `Gửi Tổng đài 1022`, or who else reads what goes out, and what to heed. */
  readonly outwardLabel: string;
  readonly outwardHint: string;
  /** What it is, chosen at first. */
  readonly field: NoteField;
  readonly text: string;
  readonly error: string | null;
  /** What proves it, kept with the ticket; null where files are not taken now. */
  readonly files: ActField | null;
  /** What may be private in it, where it is sent outside. */
  readonly redaction: RedactionView | null;
}

const FIELDS: readonly (readonly [NoteField, string])[] = [
  ['progress', 'Tiến độ'],
  ['measure', 'Biện pháp'],
  ['result', 'Kết quả'],
];

/** Who reads it × what it is; when the citizen will read, edge, warning and button say so. */
export function ProgressBox({ box, csrf }: { box: ProgressBoxView; csrf: string }): VNode {
  const chosen = box.audience;
  return (
    <section class="ha-panel ha-no-print" id="ghi" aria-labelledby="t-ghi">
      <div class="ha-panel-h">
        <h2 id="t-ghi">Ghi vào phiếu</h2>
        <span class="ha-small ha-mute ha-not-phone">
          <kbd aria-hidden="true">e</kbd>
        </span>
      </div>
      <PostForm
        action={box.action}
        csrf={csrf}
        class="ha-panel-b ha-say"
        audience={chosen}
        {...(box.files !== null && { enctype: 'multipart/form-data' })}
      >
        <div class="ha-say-r">
          <fieldset>
            <legend class="ha-vh">Ai đọc</legend>
            <div class="ha-seg">
              {box.audiences.map((audience) => (
                <Audience key={audience} audience={audience} checked={audience === chosen} label={box.outwardLabel} />
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend class="ha-vh">Nội dung ghi là gì</legend>
            <div class="ha-seg">
              {FIELDS.map(([field, label]) => (
                <label key={field}>
                  <input type="radio" name="field" value={field} checked={field === box.field} />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <div>
          <label class="ha-vh" for="noi-dung-ghi">
            Nội dung
          </label>
          <textarea
            class={box.error === null ? 'form-control' : 'form-control is-invalid'}
            id="noi-dung-ghi"
            name="text"
            rows={3}
            required
            aria-describedby={box.error === null ? 'ai-doc' : 'ai-doc noi-dung-ghi-e'}
            data-focus-key="e"
          >
            {box.text}
          </textarea>
          {box.error !== null && (
            <p class="invalid-feedback" id="noi-dung-ghi-e">
              <Icon name="alert" />
              <span>{box.error}</span>
            </p>
          )}
          {box.redaction !== null && <Redaction id="noi-dung-ghi" redaction={box.redaction} />}
        </div>
        {box.files !== null && <ActControl field={box.files} id="ghi-tai-lieu" />}
        <div class="ha-say-r">
          <span class="ha-grow ha-small ha-mute" id="ai-doc">
            <span data-audience-is="hotline" hidden={chosen !== 'hotline'}>
              {box.outwardHint}
            </span>
            <span data-audience-is="internal" hidden={chosen !== 'internal'}>
              Chỉ người có quyền trong Sở đọc được.
            </span>
          </span>
          <button class="btn btn-primary" type="submit">
            <span data-audience-is="hotline" hidden={chosen !== 'hotline'}>
              {box.outwardLabel}
            </span>
            <span data-audience-is="internal" hidden={chosen !== 'internal'}>
              Ghi nội bộ
            </span>
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function Audience({ audience, checked, label }: { audience: NoteAudience; checked: boolean; label: string }): VNode {
  return (
    <label>
      <input type="radio" name="audience" value={audience} checked={checked} />
      <Icon name={audience === 'hotline' ? 'send' : 'lock'} />
      {audience === 'hotline' ? label : 'Nội bộ'}
    </label>
  );
}
