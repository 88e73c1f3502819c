import type { RedactionView } from '../../identity/redaction.js';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly error?: string | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: { readonly key: string; readonly label: string };
}

/** A control of an act's form; `name` is unique within the form. */
export type ActField =
  | (FieldBase & {
      readonly kind: 'text' | 'date' | 'moment' | 'number' | 'phone' | 'email';
      readonly value?: string;
      readonly required?: boolean;
      readonly maxLength?: number;
      readonly min?: number;
      readonly max?: number;
      /** What may be private in it, where its words go out. */
      readonly redaction?: RedactionView | null;
    })
  | (FieldBase & {
      readonly kind: 'area';
      readonly value?: string;
      readonly required?: boolean;
      readonly rows?: number;
      readonly maxLength?: number;
      /** Has the focus when the page opens. */
      readonly begins?: boolean;
      /** What may be private in it, where its words go out. */
      readonly redaction?: RedactionView | null;
    })
  | (FieldBase & {
      readonly kind: 'choice' | 'radios';
      readonly value?: string;
      readonly required?: boolean;
      /** Has the focus when the page opens. */
      readonly begins?: boolean;
      /** Id of the list that offers only the group that is chosen here. */
      readonly narrows?: string;
      readonly options: readonly Choice[];
    })
  | (FieldBase & { readonly kind: 'checks'; readonly values: readonly string[]; readonly options: readonly Choice[] })
  | (FieldBase & { readonly kind: 'check'; readonly checked?: boolean })
  | (FieldBase & {
      readonly kind: 'files';
      readonly accept?: string;
      readonly several?: boolean;
      /** How many at a time, and how large each may be, in bytes; told before anything is sent. */
      readonly most?: number;
      readonly largestEach?: number;
    })
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string };

/** A control of one kind, or of several. */
export type Of<Kind extends ActField['kind']> = Extract<ActField, { readonly kind: Kind }>;
