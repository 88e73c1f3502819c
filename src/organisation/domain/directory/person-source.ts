import { canonicalJson } from '../../../kernel/canonical-json.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { PERSON_FIELDS, type PersonField, type TypedPerson } from '../person-facts.js';
import type { AttributeMap } from './sync-rules.js';

/** What the directory says of everybody whom it knows, whichever attributes are read. */
const ALWAYS: readonly PersonField[] = ['fullName', 'unitId', 'username'];

/**
 * Facts of a person that the directory brings: they are changed there, for the next reading would undo any change made here.
 *
 * @param attributes which attribute says what; a field that is not named stays ours
 */
export function directoryFields(
  { directoryId }: { readonly directoryId: string | null },
  attributes: AttributeMap,
): readonly PersonField[] {
  if (directoryId === null) return [];
  return PERSON_FIELDS.filter((field) => ALWAYS.includes(field) || Object.hasOwn(attributes, field));
}

/** Facts of a person as kept, in the shape in which they are typed. */
export function typedFacts(person: {
  readonly [Field in PersonField]: Field extends 'eOfficeCode' | 'email' | 'phone' ? string | null : string;
}): TypedPerson {
  const { fullName, honorific, position, unitId, username, eOfficeCode, email, phone } = person;
  return {
    fullName,
    honorific,
    position,
    unitId,
    username,
    eOfficeCode: eOfficeCode ?? '',
    email: email ?? '',
    phone: phone ?? '',
  };
}

/** Fields that differ, in the order of the form. */
export function changedFields(before: TypedPerson, after: TypedPerson): readonly PersonField[] {
  return PERSON_FIELDS.filter((field) => before[field] !== after[field]);
}

/** Names one state of the facts: a form carries it, so that nobody writes over what changed after the form was opened. */
export function factsMark(facts: TypedPerson): string {
  return sha256Of(canonicalJson({ ...facts }));
}
