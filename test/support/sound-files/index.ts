import type { SoundFile } from './sound-file.js';
import { SOUND_KEYS } from './sound-keys.js';
import { SOUND_LAYOUTS } from './sound-layouts.js';
import { SOUND_STRUCTURES } from './sound-structures.js';
import { SOUND_TIMESTAMPS } from './sound-timestamps.js';

/** Files that nobody attacked, in the shapes of other tools than those that the catalogue's good files are written by. */
export const SOUND_FILES: readonly SoundFile[] = [
  ...SOUND_KEYS,
  ...SOUND_STRUCTURES,
  ...SOUND_TIMESTAMPS,
  ...SOUND_LAYOUTS,
];
