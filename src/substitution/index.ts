export { StandIns, type StandIn } from './application/stand-ins.js';
export { substitutesOf, type AlsoTold } from './application/substitutes-of.js';
export { WriteSubstitution } from './application/write-substitution.js';
export { SubstitutionEntity } from './persistence/substitution.entity.js';
export { SEALED_SUBSTITUTION } from './persistence/sealed-substitutions.js';
export { SubstitutionQueries } from './persistence/substitution-queries.js';
export { SubstitutionModule } from './substitution.module.js';
export { TELL_OF_SUBSTITUTION } from './jobs/jobs.js';
