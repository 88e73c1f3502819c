export { POLICY_SETS, policyAt } from './default-policy.js';
export {
  isLimitUnit,
  type Limit,
  LIMIT_UNITS,
  limitWords,
  type LimitUnit,
  LONGEST_LIMIT,
  requireLimit,
} from './limit.js';
export {
  DUTIES,
  type Duty,
  DUTY_WORDS,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  limitFor,
  type LimitSource,
  policyInForce,
  type PolicySet,
  type SourcedLimit,
} from './policy.js';
