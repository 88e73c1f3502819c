import { ANNOTATIONS_AFTER_SIGNING } from './annotations.js';
import { AWAITED_RESOURCES, IDLE_RESOURCES } from './awaited-resources.js';
import { BYTE_RANGES } from './byte-range.js';
import { CMS_FAULTS } from './cms-faults.js';
import { FIELD_APPEARANCES } from './field-look.js';
import { FORM_FILLS } from './form-fill.js';
import { COVERED_BY_PARTS, SEEN_BETWEEN } from './covered-by-parts.js';
import { COVERING_APPEARANCES, HARMLESS_APPEARANCES } from './covering-appearances.js';
import { FONTS_READ_ALIKE, FONTS_READ_APART, SEAL_BY_STATE } from './fonts-read-apart.js';
import { FOREIGN_ATTACKS, FOREIGN_SAVES } from './foreign-saves.js';
import { FOREIGN_SHAPES } from './foreign-shapes.js';
import { GOOD_ADDITIONS } from './good-additions.js';
import { GOOD_FILLS } from './good-fills.js';
import { GOOD_KEYS } from './good-keys.js';
import { GOOD_SIGNINGS } from './good-signings.js';
import { GOOD_STRUCTURES } from './good-structures.js';
import { INCREMENTAL_CONTENTS } from './incremental-contents.js';
import { INCREMENTAL_SAVES } from './incremental-saves.js';
import { LOOSE_SECTIONS, PLAIN_SECTIONS } from './loose-sections.js';
import { MALFORMED, UNSIGNED } from './malformed.js';
import { MODIFICATION_DETECTION } from './modification-detection.js';
import { READ_ALIKE, READ_APART } from './read-apart.js';
import { REWRITTEN_NUMBERS, SAME_NUMBERS } from './rewritten-numbers.js';
import { SEARCHED_OBJECTS } from './searched-objects.js';
import { SHADOW_HIDE_AND_REPLACE } from './shadow-hide-and-replace.js';
import { SHADOW_HIDE } from './shadow-hide.js';
import { SHADOW_REPLACE } from './shadow-replace.js';
import { SHARED_CONTAINERS } from './shared-containers.js';
import { SIGNATURE_VALUES } from './signature-value.js';
import type { SignedFileCase } from './signed-file-case.js';
import { SNEAKY_SIGNATURES } from './sneaky-signatures.js';
import { TAGGED_ATTACKS, TAGGED_SHAPES } from './tagged-shapes.js';
import { TIMESTAMP_FAULTS } from './timestamp-faults.js';
import { TITLES_EXCHANGED, TITLES_KEPT } from './titles-exchanged.js';
import { TRUST_FAULTS } from './trust-faults.js';
import { UNIVERSAL_FORGERY } from './universal-forgery.js';
import { WRAPPING } from './wrapping.js';

/** Every signed, attacked and broken file that the verifier is held to. */
export const SIGNED_FILES: readonly SignedFileCase[] = [
  ...GOOD_SIGNINGS,
  ...GOOD_ADDITIONS,
  ...GOOD_KEYS,
  ...GOOD_STRUCTURES,
  ...GOOD_FILLS,
  ...HARMLESS_APPEARANCES,
  ...SEEN_BETWEEN,
  ...READ_ALIKE,
  ...FONTS_READ_ALIKE,
  ...IDLE_RESOURCES,
  ...TAGGED_SHAPES,
  ...FOREIGN_SHAPES,
  ...FOREIGN_SAVES,
  ...PLAIN_SECTIONS,
  ...SAME_NUMBERS,
  ...TITLES_KEPT,
  ...UNSIGNED,
  ...INCREMENTAL_CONTENTS,
  ...INCREMENTAL_SAVES,
  ...TITLES_EXCHANGED,
  ...SEARCHED_OBJECTS,
  ...LOOSE_SECTIONS,
  ...SHADOW_HIDE,
  ...SHADOW_REPLACE,
  ...REWRITTEN_NUMBERS,
  ...SHADOW_HIDE_AND_REPLACE,
  ...SHARED_CONTAINERS,
  ...TAGGED_ATTACKS,
  ...FOREIGN_ATTACKS,
  ...WRAPPING,
  ...BYTE_RANGES,
  ...UNIVERSAL_FORGERY,
  ...SIGNATURE_VALUES,
  ...FORM_FILLS,
  ...FIELD_APPEARANCES,
  ...FONTS_READ_APART,
  ...AWAITED_RESOURCES,
  ...ANNOTATIONS_AFTER_SIGNING,
  ...SNEAKY_SIGNATURES,
  ...COVERING_APPEARANCES,
  ...COVERED_BY_PARTS,
  ...READ_APART,
  ...SEAL_BY_STATE,
  ...MODIFICATION_DETECTION,
  ...CMS_FAULTS,
  ...TRUST_FAULTS,
  ...TIMESTAMP_FAULTS,
  ...MALFORMED,
];
