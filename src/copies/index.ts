export { MakeConversion, type ConversionSource } from './application/make-conversion.js';
export { CopiesModule } from './copies.module.js';
export type { ConversionEntity } from './persistence/conversion.entity.js';
export { ConversionQueries } from './persistence/conversion-queries.js';
