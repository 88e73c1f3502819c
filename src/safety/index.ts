export { ReviewSafety } from './application/review-safety.js';
export { readSafetyFacts } from './application/read-safety-facts.js';
export { SafetyModule } from './safety.module.js';
