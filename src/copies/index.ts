export { MakeConversion, type ConversionSource } from './application/make-conversion.js';
export { MakeCertifiedCopy, type CopyRequest } from './application/make-certified-copy.js';
export { SealCopy } from './application/seal-copy.js';
export { CopiesModule } from './copies.module.js';
export type { ConversionEntity } from './persistence/conversion.entity.js';
export { ConversionQueries } from './persistence/conversion-queries.js';
