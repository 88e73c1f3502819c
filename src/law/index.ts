export { POLICY_SETS, policyAt } from './default-policy.js';
export {
  isLimitUnit,
  type Limit,
  LIMIT_UNIT_WORDS,
  LIMIT_UNITS,
  limitWords,
  type LimitUnit,
  MAX_LIMIT,
  requireLimit,
} from './limit.js';
export {
  ANONYMITY_RULES,
  ANONYMITY_WORDS,
  type AnonymityRule,
  CATEGORIES,
  type Category,
  type CategoryRule,
  DUTIES,
  type Duty,
  DUTY_WORDS,
  ESCALATION_TIERS,
  ESCALATION_WORDS,
  type EscalationStep,
  type EscalationTier,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  limitFor,
  type OwnReminding,
  type LimitSource,
  policyInForce,
  type PolicySet,
  type ReminderRule,
  type Reminding,
  remindingFor,
  type SourcedLimit,
  type Standing,
  STANDING_WORDS,
  STANDINGS,
} from './policy.js';
export {
  AT_ONCE,
  COMPLAINT_LIMITS,
  DENUNCIATION_EXTENSIONS,
  DENUNCIATION_LIMITS,
  LIMIT_CONFIDENCE_WORDS,
  type LimitConfidence,
  PETITION_DUTIES,
  PETITION_DUTY_WORDS,
  type PetitionDuty,
  type PetitionLimit,
} from './petition-limits.js';
export { staleSources } from './limit-flaws.js';
export type { Flaw, PolicyDraft } from './policy-draft.js';
export { completePolicy, policyFlaws } from './policy-flaws.js';
export { ownRemindingField } from './reminding-flaws.js';
export { escalationFromWords, overdueAtWords, percentWords, remindingWords } from './reminding-words.js';
export { REFUSAL_GROUNDS, REFUSAL_REASONS, type RefusalGround, type RefusalReason } from './refusal-reasons.js';
