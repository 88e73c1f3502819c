import type { Actor } from '../../../kernel/actor.js';
import type { ViewerView } from './page-frame.js';
import { roleLabel } from '../words/states.js';

/** Who is at the desk: name, first role and unit, told once where they have one name. */
export function viewerOf(actor: Actor, unitName: string | null): ViewerView {
  const [role] = actor.roles;
  const place = [role === undefined ? null : roleLabel(role), unitName].filter((part) => part !== null);
  return { name: actor.onBehalfOf?.by ?? actor.name, place: [...new Set(place)].join(', '), roles: actor.roles };
}
