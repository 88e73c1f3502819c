export { LookOverSafety } from './application/look-over-safety.js';
export { readSafetyFacts } from './application/read-safety-facts.js';
export { SafetyModule } from './safety.module.js';
