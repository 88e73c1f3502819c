import { BodiesAtOnce, type AtOnce } from './bodies-at-once.js';

/** What is taken of a form: all of it, or its texts alone. */
export type FormParts = 'whole' | 'texts';

type Places = Readonly<Record<FormParts, AtOnce>>;

/** Of all forms of the staff. A whole one stands in memory once it has come. */
const OF_STAFF: Places = { whole: { ofOne: 4, ofAll: 16 }, texts: { ofOne: 2, ofAll: 8 } };

/** Of each public form. */
const OF_STRANGERS: Places = { whole: { ofOne: 2, ofAll: 8 }, texts: { ofOne: 2, ofAll: 8 } };

/** Places of forms with files under way, from the first byte to the answer. Each public form has its own: strangers take none from the staff, nor one form from another. */
export class FormPlaces {
  private readonly taken = new Map<string, BodiesAtOnce>();

  /** @param publicForm the route of a public form; null for one of the staff @returns how to give the place back; null when there is none */
  take(sender: string, parts: FormParts, publicForm: string | null): (() => void) | null {
    const key = `${parts} ${publicForm ?? ''}`;
    const places = this.taken.get(key) ?? new BodiesAtOnce((publicForm === null ? OF_STAFF : OF_STRANGERS)[parts]);
    this.taken.set(key, places);
    return places.take(sender);
  }
}
